/** While a story is told: the orders that may be the same, and the articles that may answer it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask } from "../api/client";
import type { Answer } from "../api/types";
import { segment, useMe } from "../me/me";

type Likenesses = Answer<"operator_likenesses">;
export type AlikeOrder = Likenesses["orders"][number];
/** Why an order may be the same. */
export type Reason = AlikeOrder["reasons"][number];
export type Article = Likenesses["articles"][number];

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
    queryFn: () => ask<Likenesses>(`/api/${segment(role)}/likenesses`, question),
    enabled: question.story.length >= SHORTEST,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
