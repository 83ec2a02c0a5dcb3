"use client";

import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from "react";

type Options = {
  ids: readonly { id: string }[];
  /** Index of the row that has, or would get, the focus. */
  current: number;
  /** Brings a row into view and makes it the current one. */
  onMove: (index: number) => void;
};

const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/**
 * Arrow keys, `j`, `k`, Home and End among the rows of a list; `j` and `k` reach it from anywhere that is not for
 * writing. Rows are found by `data-conversation-id`.
 */
export function useRovingRow({ ids, current, onMove }: Options) {
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<string | null>(null);

  // The row may only be in the document after the move was rendered.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-conversation-id="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  function move(index: number) {
    const target = ids[Math.min(Math.max(index, 0), ids.length - 1)];
    if (!target) return;
    wanted.current = target.id;
    onMove(ids.indexOf(target));
  }

  function toIndex(key: string): number | null {
    const step = STEPS[key];
    if (step !== undefined) return current + step;
    if (key === "Home") return 0;
    return key === "End" ? ids.length - 1 : null;
  }

  function onKeyDown(event: KeyboardEvent) {
    const index = isPlain(event) ? toIndex(event.key) : null;
    if (index === null) return;
    event.preventDefault();
    move(index);
  }

  const onKeyAnywhere = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.defaultPrevented || !isPlain(event) || (event.key !== "j" && event.key !== "k")) return;
    const target = event.target as HTMLElement;
    if (list.current?.contains(target) || isForWriting(target)) return;
    event.preventDefault();
    move(current);
  });
  useEffect(() => {
    document.addEventListener("keydown", onKeyAnywhere);
    return () => document.removeEventListener("keydown", onKeyAnywhere);
  }, []);

  return { list, onKeyDown };
}

function isPlain(event: { altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): boolean {
  return !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

function isForWriting(target: HTMLElement): boolean {
  return (
    target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]") !== null
  );
}
