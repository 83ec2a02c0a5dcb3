import { TriangleAlert } from "lucide-react";
import type { CellState } from "./cell-state";

const dot = "inline-block size-3 rounded-full border-[1.5px]";
// Half and half, as it is.
const half = "border-warn bg-linear-to-r from-warn from-50% to-transparent to-50%";
/** Whole class names: there are a thousand of these on screen, and none needs merging. */
const looks: Record<CellState, string> = {
  on: `${dot} border-accent bg-accent`,
  off: `${dot} border-line-strong`,
  differs_on: `${dot} ${half}`,
  differs_off: `${dot} ${half}`,
  to_on: `${dot} border-ink bg-ink`,
  to_off: `${dot} border-ink`,
};

/** A cell as a shape: full is on, empty is off, half is not as wanted. The words are in the cell's name. */
export function CellMark({ state }: { state: CellState }) {
  return <span aria-hidden="true" className={looks[state]} />;
}

/** Beside the name of a field that is off for the whole app. */
export function OffForAppMark({ label }: { label: string }) {
  return <TriangleAlert role="img" aria-label={label} className="size-3.5 shrink-0 text-warn" />;
}
