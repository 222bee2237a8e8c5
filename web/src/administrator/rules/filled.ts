/** What stands in braces. */

const PLACE = /\{([^{}]*)\}/g;

/** The names in braces, each once. */
export const placeholders = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name = ""]) => name)),
];

/** The text with everything known put in. */
export const filled = (text: string, sample: Record<string, string>): string =>
  text.replace(PLACE, (whole, name: string) => sample[name] ?? whole);
