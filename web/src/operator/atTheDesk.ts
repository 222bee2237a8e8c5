/** The call at hand, what one is doing, and one's own day. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { look } from "../api/client";
import { newKey, send } from "../api/send";
import type { Answer, Said } from "../api/types";
import { segment, useMe } from "../me/me";

export type Doing = Said<"operator_set_state">["state"];
/** What can be chosen; that one talks, the switch knows. */
export const CHOSEN: readonly Doing[] = ["ready", "after_call", "break", "training", "away"];

export type EndingReason = Said<"operator_end_call">["reason"];
export type EndingStep = Said<"operator_end_call">["steps"][number];
/** The steps of the script, in the order in which they are said. */
export const STEPS: readonly EndingStep[] = ["calmed", "warned", "told"];

export type Day = Answer<"operator_day">;

const useRole = () => segment(useMe().role);

/** The call at my telephone; null when there is none. */
export function useCurrentCall() {
  const role = useRole();
  return useQuery({
    queryKey: ["current-call"],
    queryFn: () => look<Answer<"operator_current_call">>(`/api/${role}/calls/current`),
    staleTime: 30_000,
  });
}

/** What I am doing, since when; and a way to change it. */
export function useDoing() {
  const role = useRole();
  const queries = useQueryClient();
  const { login } = useMe();
  const { data } = useQuery({
    queryKey: ["doing"],
    queryFn: () => look<Answer<"operator_state">>(`/api/${role}/state`),
    staleTime: 60_000,
  });
  async function set(state: Doing, label: string) {
    await send({
      id: newKey(),
      method: "PUT",
      path: `/api/${role}/state`,
      body: { state },
      label,
      login,
      at: Date.now(),
    });
    void queries.invalidateQueries({ queryKey: ["doing"] });
    void queries.invalidateQueries({ queryKey: ["day"] });
  }
  return { doing: data ?? null, set };
}

/** My day so far. */
export function useDay(enabled: boolean) {
  const role = useRole();
  return useQuery({ queryKey: ["day"], queryFn: () => look<Day>(`/api/${role}/day`), enabled }).data ?? null;
}

/** Ends a call in which one is harassed; answers how often it came to that with this number. */
export function useEndCall() {
  const role = useRole();
  const { login } = useMe();
  return (call: number, reason: EndingReason, steps: readonly EndingStep[], label: string) =>
    send<Answer<"operator_end_call">>({
      id: newKey(),
      method: "POST",
      path: `/api/${role}/calls/${call}/endings`,
      body: { reason, steps },
      label,
      login,
      at: Date.now(),
    });
}
