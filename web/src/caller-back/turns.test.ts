import { describe, expect, it } from "vitest";
import { naturalMillis, turnsOf, worstSaid } from "./turns";

const HOUR = 3_600_000;
const rule = { attempts: 3, gap: 2 * HOUR };
type Told = Parameters<typeof turnsOf>[0];
const call = (appeal: number, at: number, outcome: string, solved?: string, round = 0) => ({
  appeal,
  at,
  outcome,
  round,
  answers: solved ? { contacted: true, solved, satisfied: "good", reasons: [] } : null,
});
const order = (wants: boolean[], callbacks: unknown[], round = 0) =>
  ({ appeals: wants.map((wants_callback) => ({ wants_callback })), callbacks, round }) as unknown as Told;
const states = (told: Told) => turnsOf(told, rule).map(({ state }) => state);

describe("whose turn it is", () => {
  it("asks each citizen of a merged order once", () => {
    expect(states(order([true, true, false], [call(0, 1, "reached", "yes")]))).toEqual([
      "answered",
      "to_call",
      "wants_none",
    ]);
  });

  it("stops when the budget is used up, or another call is pointless", () => {
    const vain = [1, 2, 3].map((at) => call(0, at, "no_answer"));
    expect(states(order([true], vain.slice(0, 2)))).toEqual(["to_call"]);
    expect(states(order([true], vain))).toEqual(["called_out"]);
    expect(states(order([true], [call(0, 1, "declined")]))).toEqual(["called_out"]);
    expect(states(order([true], [call(0, 1, "wrong_number")]))).toEqual(["called_out"]);
  });

  it("keeps the distance between calls, and forgets those of an earlier round", () => {
    expect(turnsOf(order([true], [call(0, 5, "no_answer")]), rule)[0]?.from).toBe(5 + 2 * HOUR);
    expect(turnsOf(order([true], [call(0, 5, "no_answer")], 1), rule)[0]).toMatchObject({
      from: null,
      calls: [],
    });
  });

  it("knows the worst that was said", () => {
    expect(worstSaid(order([true], []))).toBeNull();
    expect(
      worstSaid(order([true, true], [call(0, 1, "reached", "yes"), call(1, 2, "reached", "partly")])),
    ).toBe("partly");
  });

  it("reads limits in natural time", () => {
    expect(naturalMillis("2 natural hours")).toBe(2 * HOUR);
    expect(naturalMillis("30 natural minutes")).toBe(HOUR / 2);
    expect(naturalMillis("1 working days")).toBe(0);
  });
});
