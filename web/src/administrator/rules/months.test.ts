import { describe, expect, it } from "vitest";
import { months, range, weekday } from "./months";

describe("the days of a year", () => {
  it("stand in weeks that begin on Monday", () => {
    expect(weekday("2026-11-23")).toBe(0);
    expect(weekday("2026-11-22")).toBe(6);
    const year = months(range("2026-01-01", "2026-12-31").map((date) => ({ date })));
    expect(year.map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    // 1 January 2026 is a Thursday.
    expect(year[0]?.blanks).toBe(3);
  });
  it("are counted from the first to the last", () => {
    expect(range("2026-02-27", "2026-03-02")).toEqual([
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
    ]);
    expect(range("2026-03-02", "2026-03-01")).toEqual([]);
    expect(range("", "2026-03-01")).toEqual([]);
    expect(range("2026-01-01", "2036-01-01")).toEqual([]);
  });
});
