import { expect, test } from "vitest";
import type { Place } from "../city/city";
import { cellsOf, rolledUp, step } from "./geometry";

const place = (code: string, parent: string | null, lat?: number, lon?: number) =>
  ({ code, name: code, parent, level: 0, lat: lat ?? null, lon: lon ?? null }) as Place;
const PLACES = [
  place("C", null, 30, 120),
  place("C1", "C", 30, 120),
  place("C2", "C", 31, 121),
  place("C3", "C"),
  place("C101", "C1", 30.1, 120.1),
  place("C10101", "C101", 30.11, 120.11),
];
const count = (of: string, received: number, open: number, late: number) => ({
  place: of,
  received,
  open,
  late,
});

test("what lies below is summed into the level, what lies above stays by itself", () => {
  const sums = rolledUp([count("C10101", 3, 2, 1), count("C101", 1, 1, 0), count("C", 5, 0, 0)], PLACES, 2);
  expect(sums.get("C1")).toMatchObject({ received: 4, open: 3, late: 1 });
  expect(sums.get("C")).toMatchObject({ received: 5 });
});

test("each place of the level has a cell, one without a position has no ground", () => {
  const cells = cellsOf([count("C101", 2, 1, 0)], PLACES, 2);
  expect(cells.map(({ code }) => code)).toEqual(["C1", "C2", "C3"]);
  expect(cells[0]).toMatchObject({ received: 2, open: 1 });
  expect(cells[0]?.ground).toMatch(/^M/);
  expect(cells[2]?.ground).toBeNull();
  // North is up, east is right.
  expect(cells[1]?.y).toBeLessThan(cells[0]?.y ?? 0);
  expect(cells[1]?.x).toBeGreaterThan(cells[0]?.x ?? 1000);
});

test("nothing is lost: the sums of the cells are the sums of the counts", () => {
  const counts = [count("C10101", 3, 2, 1), count("C2", 1, 1, 0), count("C", 5, 0, 0)];
  const sum = cellsOf(counts, PLACES, 2).reduce((all, { received }) => all + received, 0);
  expect(sum).toBe(9);
});

test("the legend's steps", () => {
  expect([step(0, 0), step(4, 0), step(10, 1), step(10, 2), step(10, 4), step(10, 6)]).toEqual([
    0, 1, 2, 3, 4, 5,
  ]);
});
