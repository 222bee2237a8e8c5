/** 常用视图: filters under a name, kept by the server, so that they are there on every computer. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, read } from "../api/client";
import type { Answer } from "../api/types";

export type View = Answer<"list_views">[number];

const KEY = ["views"];

/** The saved views of a workplace, with ways to add and remove one; saving under a name that is there replaces it. */
export function useViews(workplace: string) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: KEY });
  const kept = useQuery({ queryKey: KEY, queryFn: () => read(api.GET("/api/me/views")) });
  const save = useMutation({
    mutationFn: ({ name, query }: { name: string; query: string }) =>
      read(api.PUT("/api/me/views/{name}", { params: { path: { name } }, body: { workplace, query } })),
    onSuccess: again,
  });
  const remove = useMutation({
    mutationFn: (name: string) => read(api.DELETE("/api/me/views/{name}", { params: { path: { name } } })),
    onSuccess: again,
  });
  return { kept, views: kept.data?.filter((view) => view.workplace === workplace) ?? [], save, remove };
}
