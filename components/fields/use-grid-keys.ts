"use client";

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

/** Where the keyboard is: row -1 is the head. */
export type GridPlace = { row: number; column: number };

type Options = {
  rowCount: number;
  columnCount: number;
  /** The element of a place; null while it is not in the document. */
  find: (place: GridPlace) => HTMLElement | null;
  /** Brings a row into the document. */
  show: (row: number) => void;
};

const PAGE = 10;

/**
 * One stop for Tab in a grid; inside, arrow keys, Home, End, Page up and Page down move from cell to cell (ARIA
 * practices: grid). With Ctrl, Home and End go to the first and last row.
 */
export function useGridKeys(area: RefObject<HTMLElement | null>, { rowCount, columnCount, find, show }: Options) {
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const wanted = useRef<GridPlace | null>(null);
  const current = {
    row: Math.min(place.row, rowCount - 1),
    column: Math.max(0, Math.min(place.column, columnCount - 1)),
  };

  // The row may only be in the document after the move was rendered.
  useEffect(() => {
    const element = wanted.current && area.current && find(wanted.current);
    if (!element) return;
    wanted.current = null;
    element.focus();
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.metaKey || !(event.target as HTMLElement).matches("[data-field], [data-column]")) return;
    const next = step(event, current, { rowCount, columnCount });
    if (next === null) return;
    event.preventDefault();
    wanted.current = {
      row: Math.min(Math.max(next.row, -1), rowCount - 1),
      column: Math.min(Math.max(next.column, 0), columnCount - 1),
    };
    if (wanted.current.row >= 0) show(wanted.current.row);
    setPlace(wanted.current);
  }
  return { place: current, setPlace, onKeyDown };
}

function step(
  { key, ctrlKey }: KeyboardEvent,
  { row, column }: GridPlace,
  { rowCount, columnCount }: { rowCount: number; columnCount: number },
): GridPlace | null {
  switch (key) {
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "PageUp":
      return { row: Math.max(row - PAGE, 0), column };
    case "PageDown":
      return { row: row + PAGE, column };
    case "Home":
      return ctrlKey ? { row: 0, column: 0 } : { row, column: 0 };
    case "End":
      return { row: ctrlKey ? rowCount - 1 : row, column: columnCount - 1 };
    default:
      return null;
  }
}
