/** A line of the left text, of the right one, or of both; `left` and `right` count from 1. */
export type DiffRow =
  | { kind: "same"; left: number; right: number; text: string }
  | { kind: "changed"; left: number; right: number; leftText: string; rightText: string }
  | { kind: "removed"; left: number; leftText: string }
  | { kind: "added"; right: number; rightText: string };

/** Cells of the table behind a comparison; beyond it (two texts of 2,000 lines that share nothing) it is not made. */
const MOST_CELLS = 4_000_000;

/**
 * Two texts line by line: the longest common lines stay, what stands between them was changed, removed or added. What
 * differs in more lines than a table of `MOST_CELLS` holds counts as changed from its first to its last line.
 */
export function diffLines(leftText: string, rightText: string): DiffRow[] {
  const left = leftText.split("\n");
  const right = rightText.split("\n");
  let top = 0;
  while (top < left.length && top < right.length && left[top] === right[top]) top += 1;
  let bottom = 0;
  while (
    bottom < left.length - top &&
    bottom < right.length - top &&
    left[left.length - 1 - bottom] === right[right.length - 1 - bottom]
  ) {
    bottom += 1;
  }
  const kept = [
    ...range(top).map((index) => [index, index] as const),
    ...commonLines(left.slice(top, left.length - bottom), right.slice(top, right.length - bottom)).map(
      ([a, b]) => [a + top, b + top] as const,
    ),
    ...range(bottom).map((index) => [left.length - bottom + index, right.length - bottom + index] as const),
  ];
  return toRows(left, right, kept);
}

/** Pairs of indexes of the longest common subsequence; none when that would cost too much. */
function commonLines(left: readonly string[], right: readonly string[]): [number, number][] {
  const width = right.length + 1;
  if ((left.length + 1) * width > MOST_CELLS) return [];
  // lengths[i * width + j]: how many lines left[i…] and right[j…] have in common.
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function toRows(left: readonly string[], right: readonly string[], kept: readonly (readonly [number, number])[]) {
  const rows: DiffRow[] = [];
  let i = 0;
  let j = 0;
  for (const [nextLeft, nextRight] of [...kept, [left.length, right.length] as const]) {
    for (; i < nextLeft && j < nextRight; i += 1, j += 1) {
      rows.push({ kind: "changed", left: i + 1, right: j + 1, leftText: left[i] ?? "", rightText: right[j] ?? "" });
    }
    for (; i < nextLeft; i += 1) rows.push({ kind: "removed", left: i + 1, leftText: left[i] ?? "" });
    for (; j < nextRight; j += 1) rows.push({ kind: "added", right: j + 1, rightText: right[j] ?? "" });
    if (i < left.length) rows.push({ kind: "same", left: i + 1, right: j + 1, text: left[i] ?? "" });
    i += 1;
    j += 1;
  }
  return rows;
}

const range = (length: number) => Array.from({ length }, (_, index) => index);
