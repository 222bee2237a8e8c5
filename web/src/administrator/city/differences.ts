/** What differs between an entry before and after a change. */

export interface Difference {
  field: string;
  was: string;
  became: string;
}

/**
 * The fields that differ, in the order of the entry. Lists of things that have
 * a path or a date (numbers of a policy, days) are compared one by one.
 */
export function differences(was: unknown, became: unknown): Difference[] {
  const [before, after] = [fieldsOf(was), fieldsOf(became)];
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((field) => ({ field, was: before.get(field) ?? "", became: after.get(field) ?? "" }))
    .filter((one) => one.was !== one.became);
}

function fieldsOf(entry: unknown): Map<string, string> {
  if (entry === null || typeof entry !== "object") return new Map();
  if (Array.isArray(entry))
    return new Map(
      entry.map((one: unknown, i) => {
        const { path, date, ...rest } = (typeof one === "object" && one ? one : { one }) as Record<
          string,
          unknown
        >;
        return [inWords(path ?? date ?? i + 1), Object.values(rest).map(inWords).filter(Boolean).join(" · ")];
      }),
    );
  return new Map(Object.entries(entry).map(([field, value]) => [field, inWords(value)]));
}

/** A value as one reads it. */
function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "" || value === false) return "";
  if (value === true) return "✓";
  if (Array.isArray(value)) return value.map(inWords).join("、");
  if (typeof value === "object") return Object.values(value).map(inWords).filter(Boolean).join(" ");
  return String(value);
}
