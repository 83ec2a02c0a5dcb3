import { expect, it } from "vitest";
import { choosePlacesToOpen, listTreeLines } from "./list-tree-lines";
import { readJsonTokens } from "./read-json-tokens";
import { readJsonTree } from "./read-json-tree";

const rootOf = (value: unknown) => readJsonTree(readJsonTokens(JSON.stringify(value)) ?? []);
const pathsOf = (lines: ReturnType<typeof listTreeLines>) =>
  lines.map((line) => (line.kind === "more" ? `${line.hidden} more` : line.path));

it("shows what is open, in order", () => {
  const root = rootOf({ object: "page", entry: [{ id: "1" }, { id: "2" }] });
  const open = new Set(["0", "0.1", "0.1.1"]);
  const lines = listTreeLines(root, { isOpen: (place) => open.has(place), shownChildren: () => 100 });
  expect(pathsOf(lines)).toEqual(["", "object", "entry", "entry[0]", "entry[1]", "entry[1].id"]);
});

it("counts the children it leaves out", () => {
  const root = rootOf(Array.from({ length: 1000 }, (_, index) => index));
  const lines = listTreeLines(root, { isOpen: () => true, shownChildren: () => 3 });
  expect(pathsOf(lines)).toEqual(["", "[0]", "[1]", "[2]", "997 more"]);
});

it("opens an ordinary payload whole, and of a huge one the upper levels", () => {
  expect(choosePlacesToOpen(rootOf({ entry: [{ messaging: [{ message: { text: "Hi" } }] }] }), 200).size).toBe(6);
  const huge = rootOf({ entry: Array.from({ length: 1000 }, () => ({ id: "1", messaging: [{ message: {} }] })) });
  expect([...choosePlacesToOpen(huge, 200)].slice(0, 2)).toEqual(["0", "0.0"]);
  expect(choosePlacesToOpen(huge, 200).size).toBeLessThan(60);
});
