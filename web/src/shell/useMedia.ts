/** Whether the window fits a media query, followed. */
import { useSyncExternalStore } from "react";

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** A phone, or a window as narrow as one: the menu is below, forms come from below. */
export const useNarrow = () => useMedia("(max-width: 899px)");
