"use client";

import { useCallback, useState } from "react";
import { lateArrivals } from "./late-arrivals";
import type { ThreadItem } from "./merge-optimistic";

/** What came above the end of a thread and has not been seen since. */
export type LateArrivals = {
  keys: readonly string[];
  /** The last one has been seen, and nothing has come since. */
  justSaw: boolean;
  markSeen: (keys: readonly string[]) => void;
};

/** Collects what comes late. Above the component that scrolls, so that this renders once for a change of the thread. */
export function useLateArrivals(items: readonly ThreadItem[], isComplete: boolean): LateArrivals {
  const [known, setKnown] = useState({ items, isComplete });
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [justSaw, setJustSaw] = useState(false);
  if (known.items !== items || known.isComplete !== isComplete) {
    const arrived = lateArrivals(known.items, items, known.isComplete);
    setKnown({ items, isComplete });
    setJustSaw(false);
    if (arrived.length > 0) setKeys([...keys, ...arrived.map(({ key }) => key)]);
  }
  const markSeen = useCallback((seen: readonly string[]) => {
    setKeys((before) => before.filter((key) => !seen.includes(key)));
    setJustSaw(true);
  }, []);
  return { keys, justSaw: justSaw && keys.length === 0, markSeen };
}
