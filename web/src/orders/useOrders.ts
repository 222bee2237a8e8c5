/** Lists of orders, page after page. */
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { api, read } from "../api/client";
import type { OrderPage, Query } from "../api/types";
import { fromSearch, intoSearch, type Filter } from "./filter";

const PAGE = 50;

/** The orders of a filter; `fetchNextPage` for more. */
export function useOrders(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ["orders", filter],
    queryFn: ({ pageParam }) => {
      const query = { ...filter, limit: PAGE, after: pageParam } as Query;
      return read(
        filter.q
          ? api.GET("/api/orders/search", { params: { query: { ...query, snippets: true } } })
          : api.GET("/api/orders", { params: { query } }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
  });
}

/** How many there are. */
export function useCount(filter: Filter, enabled = true) {
  return useQuery({
    queryKey: ["orders", "count", filter],
    queryFn: () => read(api.GET("/api/orders/count", { params: { query: filter as Query } })),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** One order with its story. */
export function useOrder(number: string | null) {
  return useQuery({
    queryKey: ["order", number],
    queryFn: async () =>
      (await read(
        api.GET("/api/orders/{number}", { params: { path: { number: number ?? "" } } }),
      )) as OrderPage,
    enabled: number !== null,
  });
}

/** The filter that stands in the address, and a way to change it. */
export function useFilter(): [Filter, (filter: Filter) => void] {
  const [search, setSearch] = useSearchParams();
  return [
    fromSearch(search),
    (filter) => setSearch((before) => intoSearch(filter, before), { replace: true }),
  ];
}

/** The order that is open beside a list: it stands in the address, too. */
export function useOpenOrder(): [string | null, (number: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const open = search.get("order");
  return [
    open,
    (number) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (number) next.set("order", number);
          else next.delete("order");
          return next;
        },
        // Going from order to order is one step for the way back.
        { replace: open !== null && number !== null },
      ),
  ];
}
