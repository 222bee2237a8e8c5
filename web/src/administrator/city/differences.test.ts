import { describe, expect, it } from "vitest";
import { differences } from "./differences";

describe("what differs", () => {
  it("is told field by field, and only what differs", () => {
    expect(
      differences({ name: "甲", parent: "u1", place: null }, { name: "乙", parent: "u1", place: "W1" }),
    ).toEqual([
      { field: "name", was: "甲", became: "乙" },
      { field: "place", was: "", became: "W1" },
    ]);
  });
  it("shows everything of what is new", () => {
    expect(differences(null, { name: "甲", assists: [{ unit: "u2", task: "配合" }] })).toEqual([
      { field: "name", was: "", became: "甲" },
      { field: "assists", was: "", became: "u2 配合" },
    ]);
  });
  it("compares numbers of a policy by their path, days by their date", () => {
    expect(
      differences(
        [{ path: "redo.most", value: 2, basis: "a" }],
        [{ path: "redo.most", value: 3, basis: "b" }],
      ),
    ).toEqual([{ field: "redo.most", was: "2 · a", became: "3 · b" }]);
    expect(
      differences([{ date: "2026-01-01", kind: "workday" }], [{ date: "2026-01-01", kind: "holiday" }]),
    ).toEqual([{ field: "2026-01-01", was: "workday", became: "holiday" }]);
  });
});
