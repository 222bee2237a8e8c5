import { describe, expect, it } from "vitest";
import { filled, placeholders } from "./filled";

describe("what stands in braces", () => {
  it("is found once each, and put in where it is known", () => {
    expect(placeholders("{number}，{due}，{number}")).toEqual(["number", "due"]);
    expect(filled("编号{number}，{name}", { number: "1" })).toBe("编号1，{name}");
  });
});
