"use client";

import { useEffect } from "react";
import type { ThreadItem } from "./merge-optimistic";
import type { ThreadRow } from "./thread-rows";
import type { LateArrivals } from "./use-late-arrivals";

type Options = {
  rows: readonly ThreadRow[];
  firstVisible: number;
  lastVisible: number;
  /** Whether somebody can be looking at all. */
  isVisible: boolean;
};

/** Those of `late` that stand above what is in view, oldest first; what comes into view is seen. */
export function useLateMessages(
  { keys, markSeen }: LateArrivals,
  { rows, firstVisible, lastVisible, isVisible }: Options,
): ThreadItem[] {
  const lateRows = keys.length === 0 ? [] : toLateRows(rows, keys);
  // The topmost row may show no more than its last line.
  const seen = lateRows.filter(({ index }) => isVisible && firstVisible < index && index <= lastVisible);
  const seenKeys = seen.map(({ item }) => item.key).join(" ");
  useEffect(() => {
    if (seenKeys !== "") markSeen(seenKeys.split(" "));
  }, [seenKeys, markSeen]);
  return lateRows.filter(({ index }) => index <= firstVisible).map(({ item }) => item);
}

type LateRow = { index: number; item: ThreadItem };

function toLateRows(rows: readonly ThreadRow[], keys: readonly string[]): LateRow[] {
  return rows.flatMap((row, index) =>
    row.type === "message" && keys.includes(row.key) ? [{ index, item: row.item }] : [],
  );
}
