/** The city's figures, as the server counts them, and the units' beside one another. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import type { Answer } from "../api/types";

export type Figures = Answer<"leader_figures">;
/** One figure of today, beside yesterday's and the usual. */
export type Figure = Figures["today"][number];
export type FigureName = Figure["figure"];
export type TrendDay = Figures["trend"][number];
/** A matter that rises: the last seven days against what is usual. */
export type Rise = Figures["rising"][number];
export type PlaceCount = Figures["places"][number];

export type UnitsFigures = Answer<"leader_units">;
export type UnitFigures = UnitsFigures["bands"][number]["units"][number];

/** Rates of a unit: each says of how many. */
export const RATES = ["on_time", "returned", "returned_rejected", "redone", "solved", "satisfied"] as const;
export type RateName = (typeof RATES)[number];
/** `n` of `of`; `n` may be a half where a partly solved one counts half. */
export type Rate = UnitFigures[RateName];

/** How often they are counted anew while somebody looks, in milliseconds. */
const RENEWED = 30_000;

/** Today, the trend of so many days, what rises, where. */
export function useFigures(days: number) {
  return useQuery({
    queryKey: ["figures", days],
    queryFn: () => read(api.GET("/api/leader/figures", { params: { query: { days } } })),
    staleTime: RENEWED,
    refetchInterval: RENEWED,
    // A wall is looked at without anybody touching it.
    refetchIntervalInBackground: true,
    placeholderData: keepPreviousData,
  });
}

/** The units of each kind beside one another. */
export function useUnitsFigures(days: number) {
  return useQuery({
    queryKey: ["figures", "units", days],
    queryFn: () => read(api.GET("/api/leader/units", { params: { query: { days } } })),
    staleTime: RENEWED,
    placeholderData: keepPreviousData,
  });
}
