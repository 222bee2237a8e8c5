/** Drafts of acts: what was typed survives a reload, a lost session, a closed drawer. */
import type { Values } from "./form";

const key = (login: string, number: string, act: string) => `minsheng.draft.${login}.${number}.${act}`;

export function draftOf(login: string, number: string, act: string): Values | null {
  try {
    return JSON.parse(localStorage.getItem(key(login, number, act)) ?? "null") as Values | null;
  } catch {
    return null;
  }
}

export function keepDraft(login: string, number: string, act: string, values: Values): void {
  try {
    localStorage.setItem(key(login, number, act), JSON.stringify(values));
  } catch {
    // No room is left in the browser: the draft lives as long as the page.
  }
}

export function dropDraft(login: string, number: string, act: string): void {
  localStorage.removeItem(key(login, number, act));
}
