import { TriangleAlert } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { CellState } from "./cell-state";

const dot = "inline-block size-3 rounded-full border-[1.5px]";
const looks: Record<CellState, string> = {
  on: "border-accent bg-accent",
  off: "border-line-strong",
  // Half and half, as it is.
  differs_on: "border-warn bg-linear-to-r from-warn from-50% to-transparent to-50%",
  differs_off: "border-warn bg-linear-to-r from-warn from-50% to-transparent to-50%",
  to_on: "border-ink bg-ink",
  to_off: "border-ink",
};

/** A cell as a shape: full is on, empty is off, half is not as wanted. The words are in the cell's name. */
export function CellMark({ state, className }: { state: CellState; className?: string }) {
  return <span aria-hidden="true" className={cn(dot, looks[state], className)} />;
}

/** Beside the name of a field that is off for the whole app. */
export function OffForAppMark({ label }: { label: string }) {
  return <TriangleAlert role="img" aria-label={label} className="size-3.5 shrink-0 text-warn" />;
}
