import { describe, expect, it } from "vitest";

// Every table of words that there is. That both languages have the same words is checked by types; that none was left
// untranslated or empty is checked here.
const modules = import.meta.glob<Record<string, unknown>>("../**/*.{ts,tsx}");
const CHINESE = /\p{Script=Han}/u;
// Names that stay as they are in English.
const KEPT = new Set(["民声"]);

function isBilingual(value: unknown): value is { zh: Record<string, unknown>; en: Record<string, unknown> } {
  return typeof value === "object" && value !== null && Object.keys(value).sort().join() === "en,zh";
}

describe("words", async () => {
  const files = Object.entries(modules).filter(([path]) => /\/(codes|acts|words)\.ts$/.test(path));
  const tables: [string, { zh: Record<string, unknown>; en: Record<string, unknown> }][] = [];
  for (const [path, load] of files)
    for (const [name, value] of Object.entries(await load()))
      if (isBilingual(value)) tables.push([`${path} ${name}`, value]);

  it("are there", () => expect(tables.length).toBeGreaterThan(20));
  it.each(tables)("%s is complete in both languages", (_, { zh, en }) => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const [key, word] of Object.entries(en)) {
      if (typeof word !== "string") continue;
      if (zh[key] !== "") expect(word, key).not.toBe("");
      if (!KEPT.has(word)) expect(CHINESE.test(word), `${key}: ${word}`).toBe(false);
    }
  });
});
