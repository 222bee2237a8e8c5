/** The city's figures, as the server counts them, and the units' beside one another. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Refused, Unreachable, refused } from "../api/client";
import type { Channel, Moment, UnitKind } from "../api/types";

/** What is counted each day. */
export type FigureName =
  | "received"
  | "answered_at_once"
  | "dispatched"
  | "closed"
  | "became_late"
  | "open"
  | "late"
  | "citizens_over";

/** A count with the filter that lists its orders; none where no filter can say it. */
export interface Counted {
  count: number;
  query: string | null;
}

export interface Figure extends Counted {
  figure: FigureName;
  /** The whole day before; none for what is counted as it stands now. */
  yesterday: number | null;
  /** The mean of the same weekday, eight weeks back. */
  usual: number | null;
}

export interface TrendDay {
  /** `2026-04-03` */
  day: string;
  received: number;
  answered_at_once: number;
  dispatched: number;
  closed: number;
  became_late: number;
}

/** A matter at a place that rises: the last seven days against what is usual. */
export interface Rise extends Counted {
  matter: string;
  place: string;
  usual: number;
  /** How many times the usual; none when it never was. */
  times: number | null;
  /** Day by day, oldest first. */
  days: number[];
  query: string | null;
}

export interface PlaceCount {
  place: string;
  received: number;
  open: number;
  late: number;
  query: string | null;
}

export interface Figures {
  at: Moment;
  day: string;
  from: string;
  today: Figure[];
  trend: TrendDay[];
  rising: Rise[];
  places: PlaceCount[];
  matters: { matter: string; received: number; usual: number | null; query: string | null }[];
  channels: { channel: Channel; received: number; query: string | null }[];
}

/** `n` of `of`; `n` may be a half where a partly solved one counts half. */
export interface Rate {
  n: number;
  of: number;
  query: string | null;
}

/** Rates of a unit (docs/formulas): each says of how many. */
export const RATES = ["on_time", "returned", "returned_rejected", "redone", "solved", "satisfied"] as const;
export type RateName = (typeof RATES)[number];

export type UnitFigures = { unit: string; received: { n: number; query: string | null } } & Record<
  RateName,
  Rate
>;

export interface UnitsFigures {
  from: Moment;
  to: Moment;
  /** Below so many a rate says little. */
  enough: number;
  bands: { kind: UnitKind; units: UnitFigures[] }[];
}

async function readFigures<T>(path: string, query: Record<string, string | number>): Promise<T> {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const response = await fetch(`${path}?${search}`).catch(() => {
    throw new Unreachable();
  });
  const body: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw refused(body, response);
  return body as T;
}

/** How often they are counted anew while somebody looks. */
const RENEWED = 30_000;

/** Today, the trend of so many days, what rises, where. */
export function useFigures(days: number) {
  return useQuery({
    queryKey: ["figures", days],
    queryFn: () => readFigures<Figures>("/api/leader/figures", { days }),
    staleTime: RENEWED,
    refetchInterval: RENEWED,
    refetchIntervalInBackground: true,
    placeholderData: keepPreviousData,
    retry: (count, error) => !(error instanceof Refused && error.status < 500) && count < 2,
  });
}

/** The units of each kind beside one another. */
export function useUnitsFigures(days: number) {
  return useQuery({
    queryKey: ["figures", "units", days],
    queryFn: () => readFigures<UnitsFigures>("/api/leader/units", { days }),
    staleTime: RENEWED,
    placeholderData: keepPreviousData,
  });
}
