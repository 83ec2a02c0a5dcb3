import { expect, it } from "vitest";
import { diffLines } from "./diff-lines";
import { foldSameRows } from "./fold-same-rows";

const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
const other = lines.with(19, "another line");
const rows = diffLines(lines.join("\n"), other.join("\n"));

it("keeps three lines around a difference and folds the rest", () => {
  const folded = foldSameRows(rows, new Set());
  expect(folded.filter(({ kind }) => kind === "fold")).toEqual([
    { kind: "fold", from: 0, count: 16 },
    { kind: "fold", from: 23, count: 17 },
  ]);
  expect(folded).toHaveLength(9);
});

it("shows what was unfolded", () => {
  expect(foldSameRows(rows, new Set([0, 23]))).toEqual(rows);
});
