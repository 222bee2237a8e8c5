/** What the directory says of an order that waits for dispatch; read anew when the order changes. */
import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import type { Answer } from "../api/types";

export type Proposals = Answer<"dispatcher_proposals">;
export type Standing = Proposals["units"][number];

export function useProposals(number: string) {
  return useQuery({
    queryKey: ["order", number, "proposals"],
    queryFn: () =>
      read(api.GET("/api/dispatcher/orders/{number}/proposals", { params: { path: { number } } })),
  });
}
