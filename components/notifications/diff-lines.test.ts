import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiffRow, diffLines } from "./diff-lines";

const shortly = (rows: readonly DiffRow[]) =>
  rows.map((row) => {
    if (row.kind === "same") return `  ${row.text}`;
    if (row.kind === "changed") return `~ ${row.leftText} → ${row.rightText}`;
    return row.kind === "removed" ? `- ${row.leftText}` : `+ ${row.rightText}`;
  });

describe("diffLines", () => {
  it("tells changed, removed and added lines from those that stayed", () => {
    expect(shortly(diffLines("a\nb\nc\nd", "a\nB\nc\nd\ne"))).toEqual(["  a", "~ b → B", "  c", "  d", "+ e"]);
    expect(shortly(diffLines("a\nb\nc", "a\nc"))).toEqual(["  a", "- b", "  c"]);
    expect(shortly(diffLines("same", "same"))).toEqual(["  same"]);
  });

  it("counts lines from one, on each side", () => {
    expect(diffLines("a\nb", "x\na\nb").map((row) => ("right" in row ? row.right : null))).toEqual([1, 2, 3]);
  });

  it("gives both texts back, whatever they are", () => {
    const text = fc.array(fc.constantFrom("{", "}", "a", "b", "c"), { minLength: 1, maxLength: 30 }).map(join);
    fc.assert(
      fc.property(text, text, (left, right) => {
        const rows = diffLines(left, right);
        expect(join(rows.flatMap((row) => leftOf(row) ?? []))).toBe(left);
        expect(join(rows.flatMap((row) => rightOf(row) ?? []))).toBe(right);
      }),
    );
  });

  it("does not build a table of billions", () => {
    const lines = (word: string) => join(Array.from({ length: 60_000 }, (_, index) => `${word} ${index}`));
    expect(diffLines(`{\n${lines("a")}\n}`, `{\n${lines("b")}\n}`)).toHaveLength(60_002);
  });
});

const join = (lines: readonly string[]) => lines.join("\n");
const leftOf = (row: DiffRow) => (row.kind === "same" ? row.text : "leftText" in row ? row.leftText : null);
const rightOf = (row: DiffRow) => (row.kind === "same" ? row.text : "rightText" in row ? row.rightText : null);
