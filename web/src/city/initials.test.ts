import { describe, expect, it } from "vitest";
import { fits, initials } from "./initials";

describe("finding by pinyin initials", () => {
  it("reads the first letter of each character", () => {
    expect(initials("城市管理局")).toBe("csglj");
    expect(initials("12345热线")).toBe("12345rx");
    expect(initials("（水务）集团")).toBe("swjt");
  });
  it("finds by name, by code, by initials, and not by nonsense", () => {
    expect(fits("管理", "城市管理局")).toBe(true);
    expect(fits("u2", "城市管理局", "U21")).toBe(true);
    expect(fits("glj", "城市管理局")).toBe(true);
    expect(fits("xyz", "城市管理局")).toBe(false);
    expect(fits(" ", "城市管理局")).toBe(true);
  });
});
