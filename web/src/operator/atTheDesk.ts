/** The call at hand, what one is doing, and one's own day. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { look } from "../api/client";
import { newKey, send } from "../api/send";
import type { Moment } from "../api/types";
import { segment, useMe } from "../me/me";

export type Doing = "ready" | "talking" | "after_call" | "break" | "training" | "away";
/** What can be chosen; that one talks, the switch knows. */
export const CHOSEN: readonly Doing[] = ["ready", "after_call", "break", "training", "away"];

export type EndingReason = "abuse" | "threat" | "sexual_harassment" | "line_blocking";
export type EndingStep = "calmed" | "warned" | "told";
/** The steps of the script, in the order in which they are said. */
export const STEPS: readonly EndingStep[] = ["calmed", "warned", "told"];

interface CurrentCall {
  call: number;
  direction: string;
  state: string;
  started_at: Moment;
  phone: string | null;
  endings: { count: number; days: number };
}

export interface Day {
  calls: number;
  taken: number;
  talked_seconds: number;
  registered: number;
  answered_at_once: number;
  accepted: number;
  refused: number;
  transferred: number;
  after_call_seconds: number | null;
}

const useRole = () => segment(useMe().role);

/** The call at my telephone; null when there is none. */
export function useCurrentCall() {
  const role = useRole();
  return useQuery({
    queryKey: ["current-call"],
    queryFn: () => look<CurrentCall>(`/api/${role}/calls/current`),
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
    queryFn: () => look<{ state: Doing; since: Moment }>(`/api/${role}/state`),
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
    send<{ count: number }>({
      id: newKey(),
      method: "POST",
      path: `/api/${role}/calls/${call}/endings`,
      body: { reason, steps },
      label,
      login,
      at: Date.now(),
    });
}
