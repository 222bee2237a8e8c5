/** Drafts of the directory, as screens read them. */
import { useQuery } from "@tanstack/react-query";
import { listKey } from "../administrator/lists";
import { api, read } from "../api/client";
import type { Answer } from "../api/types";

export type DraftLine = Answer<"list_drafts">[number];
export type DraftPage = Answer<"show_draft">;
export type Findings = Answer<"check_directory">;
export type ReplayPage = Answer<"replay_directory">;

export const useDrafts = () =>
  useQuery({ queryKey: listKey("drafts"), queryFn: () => read(api.GET("/api/directory/drafts")) });

export const useDraft = (id: string) =>
  useQuery({
    queryKey: [...listKey("drafts"), id],
    queryFn: () => read(api.GET("/api/directory/drafts/{id}", { params: { path: { id } } })),
  });

export const useVersions = () =>
  useQuery({
    queryKey: listKey("directory-versions"),
    queryFn: () => read(api.GET("/api/directory/versions")),
  });
