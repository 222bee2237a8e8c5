/** What a person chose for themselves: language, theme, density. Kept in the browser. */
import { useSyncExternalStore } from "react";

export type Language = "zh" | "en";
export type Theme = "light" | "dark" | "system";
export type Density = "normal" | "dense" | "large";

export interface Settings {
  language: Language;
  theme: Theme;
  density: Density;
}

const KEY = "minsheng.settings";
const listeners = new Set<() => void>();
let settings: Settings = { language: "zh", theme: "system", density: "normal", ...kept() };

function kept(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Settings>;
  } catch {
    return {};
  }
}

/** The settings as they are now, outside of components. */
export const currentSettings = () => settings;

/** Changes some of the settings; every screen follows at once. */
export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  localStorage.setItem(KEY, JSON.stringify(settings));
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The settings, followed. */
export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, currentSettings);
}

const dark = window.matchMedia?.("(prefers-color-scheme: dark)");

/** Whether screens are dark now. */
export function useDark(): boolean {
  const { theme } = useSettings();
  const system = useSyncExternalStore(
    (listener) => {
      dark?.addEventListener("change", listener);
      return () => dark?.removeEventListener("change", listener);
    },
    () => dark?.matches ?? false,
  );
  return theme === "system" ? system : theme === "dark";
}
