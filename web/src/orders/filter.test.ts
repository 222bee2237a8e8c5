import { describe, expect, it } from "vitest";
import { fromSearch, intoSearch, isFiltered, type Filter } from "./filter";

describe("a list's filter in the address", () => {
  it("comes back as it went in", () => {
    const filter: Filter = {
      open: true,
      late: false,
      stage: ["handling", "replied"],
      level: ["urgent"],
      q: "噪声 & 扬尘",
      from: 1_700_000_000_000,
    };
    expect(fromSearch(new URLSearchParams(intoSearch(filter).toString()))).toEqual(filter);
  });
  it("leaves out what it does not understand", () => {
    expect(fromSearch(new URLSearchParams("open=perhaps&from=yesterday&colour=red&stage="))).toEqual({});
  });
  it("leaves alone what is not a filter", () => {
    const search = new URLSearchParams("queue=late&order=42&stage=closed");
    expect(intoSearch({ level: ["urgent"] }, search).toString()).toBe("queue=late&order=42&level=urgent");
  });
  it("knows an order of sorting from a filter", () => {
    expect(isFiltered({ sort: "newest" })).toBe(false);
    expect(isFiltered({ sort: "newest", late: true })).toBe(true);
  });
});
