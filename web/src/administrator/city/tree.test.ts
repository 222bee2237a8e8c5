import { describe, expect, it } from "vitest";
import { below, nextCode, pathOf, type Node } from "./tree";

const node = (code: string, parent: string): Node => ({ code, parent, name: `n${code}`, ended: false });
const NODES = [
  node("01", ""),
  node("0101", "01"),
  node("0102", "01"),
  node("010201", "0102"),
  node("X", "Y"),
];

describe("a tree of codes", () => {
  it("has children in their order, and those whose parent is not there at the top", () => {
    const children = below(NODES);
    expect(children.get("")?.map(({ code }) => code)).toEqual(["01", "X"]);
    expect(children.get("01")?.map(({ code }) => code)).toEqual(["0101", "0102"]);
  });
  it("knows what stands above", () => {
    expect(pathOf(NODES, NODES[3] as Node)).toEqual(["n01", "n0102"]);
  });
  it("ends even when codes stand above each other", () => {
    const round = [node("a", "b"), node("b", "a")];
    expect(pathOf(round, round[0] as Node).length).toBeLessThanOrEqual(20);
  });
  it("offers the next free code", () => {
    expect(nextCode(NODES, "01")).toBe("0103");
    expect(nextCode(NODES, "0102")).toBe("010202");
    expect(nextCode(NODES, "010201")).toBe("");
    expect(nextCode([node("99", "")], "")).toBe("");
  });
});
