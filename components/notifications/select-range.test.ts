import { expect, it } from "vitest";
import { selectRange } from "./select-range";

it.each([
  ["b", "d", ["b", "c", "d"]],
  ["d", "b", ["b", "c", "d"]],
  [null, "c", ["c"]],
  ["gone", "c", ["c"]],
])("from %s to %s: %j", (from, to, ids) => {
  expect(selectRange(["a", "b", "c", "d"], from, to)).toEqual(ids);
});
