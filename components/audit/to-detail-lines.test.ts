import { expect, it } from "vitest";
import { toDetailLines } from "./to-detail-lines";

it("puts what was beside what is, and leaves out what stayed", () => {
  const before = { role: "agent", pages: ["1", "2"], name: "Sam" };
  const after = { role: "admin", pages: "all", name: "Sam" };
  expect(toDetailLines({ before, after })).toEqual([
    { name: "role", value: "admin", before: "agent" },
    { name: "pages", value: "all", before: ["1", "2"] },
  ]);
});

it("takes every other entry as it is", () => {
  expect(toDetailLines(null)).toEqual([]);
  expect(toDetailLines({ ended: 2, pages: ["1"] })).toEqual([
    { name: "ended", value: 2 },
    { name: "pages", value: ["1"] },
  ]);
  expect(toDetailLines({ before: true, after: false })).toEqual([
    { name: "before", value: true },
    { name: "after", value: false },
  ]);
});
