/**
 * Words in both languages. Chinese comes first and is the shape; English must
 * have the same, or the type check fails: a word cannot be forgotten.
 */
import { useSettings, type Language } from "../shell/settings";

/** The same words in each language. */
export type Bilingual<T> = Record<Language, T>;

/** Words of one place: `zh` makes the shape, `en` must match it. */
export function bilingual<T>(zh: T, en: NoInfer<T>): Bilingual<T> {
  return { zh, en };
}

/** The words in the language that the person has chosen. */
export function useWords<T>(words: Bilingual<T>): T {
  return words[useSettings().language];
}

/** One word out of a table of codes; the code itself when the table is older than the server. */
export function wordOf(table: Record<string, string>, code: string | null | undefined): string {
  return code == null ? "" : (table[code] ?? code);
}
