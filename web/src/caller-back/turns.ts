/** Whose turn it is: who of an order's citizens is still to be asked, and from when on. */
import type { CallOutcome, Order, Solved } from "../api/types";

/** The rule of the city: how often one is called, and how far apart, in milliseconds. */
export interface CallRule {
  attempts: number;
  gap: number;
}

/** One appeal's citizen, in this round. */
export interface Turn {
  appeal: number;
  state: "to_call" | "answered" | "called_out" | "wants_none";
  calls: { at: number; outcome: CallOutcome }[];
  /** The earliest moment of the next call; null when none was made. */
  from: number | null;
}

// Another attempt is pointless, whatever the budget.
const FINAL: readonly CallOutcome[] = ["reached", "declined", "wrong_number"];

/** Everybody's turn. One budget of calls for each, over all who might call. */
export function turnsOf(order: Pick<Order, "appeals" | "callbacks" | "round">, rule: CallRule): Turn[] {
  return order.appeals.map((appeal, i) => {
    const calls = order.callbacks
      .filter((call) => call.appeal === i && call.round === order.round)
      .map(({ at, outcome }) => ({ at, outcome }));
    const last = calls.at(-1);
    const reached = calls.some(({ outcome }) => outcome === "reached");
    const over = calls.length >= rule.attempts || calls.some(({ outcome }) => FINAL.includes(outcome));
    return {
      appeal: i,
      state: reached ? "answered" : !appeal.wants_callback ? "wants_none" : over ? "called_out" : "to_call",
      calls,
      from: last ? last.at + rule.gap : null,
    };
  });
}

/** The worst that anybody said in this round; null when nobody was reached. */
export function worstSaid(order: Pick<Order, "callbacks" | "round">): Solved | null {
  const said = order.callbacks
    .filter((call) => call.round === order.round && call.outcome === "reached")
    .map(({ answers }) => answers?.solved);
  return (["no", "partly", "yes"] as const).find((solved) => said.includes(solved)) ?? null;
}

/** A limit in natural time as the policy writes it (`2 natural hours`), in milliseconds; 0 when it is not one. */
export function naturalMillis(limit: unknown): number {
  const [, amount, unit] = /^(\d+) natural (minute|hour|day)s?$/.exec(String(limit)) ?? [];
  const MILLIS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
  return Number(amount ?? 0) * (MILLIS[unit ?? ""] ?? 0);
}
