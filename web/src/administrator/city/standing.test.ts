import { describe, expect, it } from "vitest";
import { later, standing } from "./standing";

const TODAY = "2026-04-03";

describe("an entry of the directory", () => {
  it("ends on the day that it names, which is not included", () => {
    expect(standing({ from: "2026-01-01", until: TODAY }, TODAY)).toBe("ended");
    expect(standing({ from: "2026-01-01", until: "2026-04-04" }, TODAY)).toBe("ending");
    expect(standing({ from: "2026-01-01", until: "2026-06-03" }, TODAY)).toBe("in_force");
  });
  it("is to come before its first day", () => {
    expect(standing({ from: "2026-04-04" }, TODAY)).toBe("to_come");
    expect(standing({ from: TODAY }, TODAY)).toBe("in_force");
  });
  it("is due for review from the day on that was set", () => {
    expect(standing({ from: "2026-01-01", review: TODAY }, TODAY)).toBe("to_review");
    expect(standing({ from: "2026-01-01", review: "2026-04-04" }, TODAY)).toBe("in_force");
  });
  it("counts days over months and leap years", () => {
    expect(later("2028-02-28", 2)).toBe("2028-03-01");
  });
});
