import type { DiffRow } from "./diff-lines";

export type FoldedRow = DiffRow | { kind: "fold"; from: number; count: number };

/** Lines that stay in view before and after each difference. */
const CONTEXT = 3;

/** Long stretches without a difference, folded; those in `opened` (by their first row) are left as they are. */
export function foldSameRows(rows: readonly DiffRow[], opened: ReadonlySet<number>): FoldedRow[] {
  const folded: FoldedRow[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end < rows.length && rows[end]?.kind === "same") end += 1;
    const from = start === 0 ? 0 : start + CONTEXT;
    const to = end === rows.length ? end : end - CONTEXT;
    const count = to - from;
    if (count > 2 * CONTEXT && !opened.has(from)) {
      folded.push(...rows.slice(start, from), { kind: "fold", from, count }, ...rows.slice(to, end));
    } else {
      folded.push(...rows.slice(start, end));
    }
    const difference = rows[end];
    if (difference) folded.push(difference);
    start = end + 1;
  }
  return folded;
}
