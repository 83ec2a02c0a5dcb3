"use client";

import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";

type Options = {
  ids: readonly string[];
  /** Index of the row that has, or would get, the focus. */
  current: number;
  /** Brings a row into view and makes it the current one. */
  onMove: (index: number) => void;
  onToggle: (id: string, extend: boolean) => void;
};

const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/**
 * Arrow keys, `j`, `k`, Home and End among the rows; `x` chooses a row, Shift with an arrow goes on choosing. Links of
 * rows are found by `data-row-id`.
 */
export function useRowKeys(area: RefObject<HTMLElement | null>, { ids, current, onMove, onToggle }: Options) {
  const wanted = useRef<string | null>(null);

  // The row may only be in the document after the move was rendered.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = area.current?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  function toIndex(key: string): number | null {
    const step = STEPS[key];
    if (step !== undefined) return current + step;
    if (key === "Home") return 0;
    return key === "End" ? ids.length - 1 : null;
  }

  return function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const currentId = ids[current];
    if (event.key === "x" && currentId !== undefined) {
      event.preventDefault();
      onToggle(currentId, false);
      return;
    }
    const index = toIndex(event.key);
    if (index === null) return;
    event.preventDefault();
    const target = Math.min(Math.max(index, 0), ids.length - 1);
    const id = ids[target];
    if (id === undefined) return;
    if (event.shiftKey && id !== currentId) onToggle(id, false);
    wanted.current = id;
    onMove(target);
  };
}
