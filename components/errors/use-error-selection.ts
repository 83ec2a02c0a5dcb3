"use client";

import { useState } from "react";
import { selectRange } from "@/components/notifications/select-range";

/** As many as one request takes (`deliveryErrorSelection`). */
export const MOST_SELECTED = 500;

/** Which of the errors shown are chosen; what is no longer shown is no longer chosen. */
export function useErrorSelection(shownIds: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [lastId, setLastId] = useState<string | null>(null);
  const selected = shownIds.filter((id) => chosen.has(id));

  /** Chooses one, or takes it out; `extend` does the same with all from the one changed last. */
  function toggle(id: string, extend: boolean) {
    const next = new Set(selected);
    for (const each of extend ? selectRange(shownIds, lastId, id) : [id]) {
      if (chosen.has(id)) next.delete(each);
      else if (next.size < MOST_SELECTED) next.add(each);
    }
    setChosen(next);
    setLastId(id);
  }

  return {
    selected,
    isSelected: (id: string) => chosen.has(id),
    toggle,
    selectAll: () => setChosen(new Set(shownIds.slice(0, MOST_SELECTED))),
    clear: () => setChosen(new Set()),
  };
}
export type ErrorSelection = ReturnType<typeof useErrorSelection>;
