"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Room for list and thread side by side; below it one pane is shown at a time. */
export const TWO_PANES = "(min-width: 48rem)";
/** A finger rather than a mouse: the on-screen keyboard comes with every focus, and its Enter breaks the line. */
export const TOUCH = "(pointer: coarse)";

/** Whether a media query holds now; false on the server. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
