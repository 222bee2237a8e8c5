/** While a story is told: the orders that may be the same, and the articles that may answer it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask } from "../api/client";
import type { Moment, Stage } from "../api/types";
import { segment, useMe } from "../me/me";

/** Why an order may be the same. */
export type Reason =
  { reason: "same_caller" | "same_place" | "same_matter" } | { reason: "shared_words"; words: string[] };

export interface AlikeOrder {
  number: string;
  title: string | null;
  stage: Stage;
  matter: string;
  place: string;
  unit: string | null;
  registered_at: Moment;
  closed_at: Moment | null;
  appeals: number;
  reasons: Reason[];
}

export interface Article {
  code: string;
  audience: string;
  title: string;
  body: string;
  matter: string;
  unit: string;
  source: string;
  expired: boolean;
}

/** A story shorter than this says nothing yet. */
const SHORTEST = 6;
/** How long nothing is typed before it is asked, in milliseconds. */
const REST = 500;

/** A value that has rested. */
export function useRested<T>(value: T, rest = REST): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest);
    return () => clearTimeout(timer);
  }, [value, rest]);
  return rested;
}

export function useLikenesses(story: string, place: string | null, matter: string | null) {
  const { role } = useMe();
  const asked = useRested(JSON.stringify({ story: story.trim(), place: place ?? "", matter: matter ?? "" }));
  const question = JSON.parse(asked) as { story: string };
  return useQuery({
    queryKey: ["likenesses", asked],
    queryFn: () =>
      ask<{ orders: AlikeOrder[]; articles: Article[] }>(`/api/${segment(role)}/likenesses`, question),
    enabled: question.story.length >= SHORTEST,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
