import { describe, expect, it } from "vitest";
import { firstPassword } from "./password";

describe("a first password", () => {
  it("has four groups of signs that are not taken for each other", () => {
    for (let n = 0; n < 50; n++)
      expect(firstPassword()).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
  });
  it("is never the same", () => {
    const many = Array.from({ length: 200 }, firstPassword);
    expect(new Set(many).size).toBe(200);
  });
});
