"use client";

import { useState } from "react";
import type { NotificationSummary } from "@/lib/api/schemas/notifications";
import { selectRange } from "./select-range";

/** A replay takes no more than this at once (`startReplayInput`). */
export const MOST_SELECTED = 1000;

/** What belongs to a row that was chosen, as far as the bar needs it. */
type Selected = Pick<NotificationSummary, "id" | "signature">;

export type Selection = {
  selected: ReadonlyMap<string, Selected>;
  /** Chooses a row, or takes it out; `extend` does the same with all from the row changed last. */
  toggle: (id: string, extend: boolean) => void;
  clear: () => void;
};

/** Rows that were chosen to do something with. */
export function useSelection(rows: readonly NotificationSummary[]): Selection {
  const [selected, setSelected] = useState<ReadonlyMap<string, Selected>>(new Map());
  const [lastId, setLastId] = useState<string | null>(null);

  function toggle(id: string, extend: boolean) {
    const isChosen = !selected.has(id);
    const ids = extend
      ? selectRange(
          rows.map((row) => row.id),
          lastId,
          id,
        )
      : [id];
    const wanted = new Set(ids);
    const next = new Map(selected);
    for (const row of rows) {
      if (!wanted.has(row.id)) continue;
      if (isChosen && next.size < MOST_SELECTED) next.set(row.id, { id: row.id, signature: row.signature });
      if (!isChosen) next.delete(row.id);
    }
    setSelected(next);
    setLastId(id);
  }

  return { selected, toggle, clear: () => setSelected(new Map()) };
}
