import { describe, expect, it } from "vitest";
import { groupOf, numberName, numberValue, readValue, typedValue } from "./numbers";

describe("the numbers of a policy", () => {
  it("have names in both languages", () => {
    expect(numberName("zh", "limits.sign.ordinary")).toMatch(/^签收 · /);
    expect(numberName("en", "returns.most")).toBe("most");
    expect(groupOf("limits.sign.ordinary")).toBe("limits");
  });
  it("are shown in words", () => {
    expect(numberValue("zh", "5 working days")).toBe("5 个工作日");
    expect(numberValue("zh", true)).toBe("是");
    expect(numberValue("en", [50, 75])).toBe("50, 75");
    expect(numberValue("zh", ["town"])).toBe("镇街");
  });
  it("are read back as what they were", () => {
    for (const value of ["5 working days", "by law", 3, true, [50, 75], ["town"], "hotline"])
      expect(readValue(typedValue(value), value)).toEqual(value);
  });
  it("are not read from what cannot be one", () => {
    expect(readValue("soon", "5 working days")).toBeNull();
    expect(readValue("-1", 3)).toBeNull();
    expect(readValue("50, x", [50])).toBeNull();
    expect(readValue("", "hotline")).toBeNull();
  });
});
