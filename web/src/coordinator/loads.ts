/** How much each unit of the area has in hand, and how much of it is late: counted by the list's own filters. */
import { useQueries } from "@tanstack/react-query";
import { api, read } from "../api/client";
import type { Query } from "../api/types";
import type { Unit } from "../city/city";
import type { Filter } from "../orders/filter";

export const LOADS = ["open", "dueToday", "late", "unsigned"] as const;
export type Load = (typeof LOADS)[number];

/** The orders behind a number: what lies with a unit, or with one below it. */
export function filterOf(unit: string, load: Load): Filter {
  switch (load) {
    case "open":
      return { area: unit, open: true };
    case "dueToday":
      return { area: unit, open: true, due: "today" };
    case "late":
      return { area: unit, open: true, late: true };
    case "unsigned":
      return { area: unit, awaiting: ["signature"], due: "overdue" };
  }
}

export interface UnitLoad {
  unit: Unit;
  /** None while it is read, or when it could not be. */
  counts: Partial<Record<Load, number>>;
  failed: boolean;
}

const MINUTE = 60_000;

/** The loads of units, in their order. */
export function useLoads(units: readonly Unit[]): UnitLoad[] {
  const answers = useQueries({
    queries: units.flatMap((unit) =>
      LOADS.map((load) => ({
        // Not under "orders": live updates would count everything anew each second.
        queryKey: ["loads", unit.code, load],
        queryFn: () =>
          read(api.GET("/api/orders/count", { params: { query: filterOf(unit.code, load) as Query } })),
        staleTime: MINUTE,
        refetchInterval: MINUTE,
      })),
    ),
  });
  return units.map((unit, i) => {
    const mine = answers.slice(i * LOADS.length, (i + 1) * LOADS.length);
    return {
      unit,
      counts: Object.fromEntries(LOADS.map((load, j) => [load, mine[j]?.data?.count])) as UnitLoad["counts"],
      failed: mine.some(({ isError }) => isError),
    };
  });
}
