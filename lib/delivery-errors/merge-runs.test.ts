import { expect, test } from "vitest";
import { mergeRuns } from "./merge-runs";

/** A list of ids that counts how many of them were read. */
function aRun(...ids: number[]) {
  const run = {
    read: 0,
    newestFirst: (beforeId = Number.MAX_SAFE_INTEGER, limit: number) => {
      const found = ids
        .filter((id) => id < beforeId)
        .sort((one, other) => other - one)
        .slice(0, limit);
      run.read += found.length;
      return found;
    },
  };
  return run;
}

test.each([
  ["none", [], undefined, []],
  ["empty ones", [[], []], undefined, []],
  ["one", [[1, 2, 3, 4]], undefined, [4, 3, 2]],
  ["several", [[1, 9], [8, 2], [5]], undefined, [9, 8, 5]],
  ["several, from the middle", [[1, 9], [8, 2], [5]], 8, [5, 2, 1]],
  ["several, from the end", [[1, 9], [8, 2], [5]], 1, []],
  ["fewer than are wanted", [[3], [4]], undefined, [4, 3]],
])("the newest of %s", (_, lists, beforeId, expected) => {
  expect(
    mergeRuns(
      lists.map((ids) => aRun(...ids)),
      { beforeId, limit: 3 },
    ),
  ).toEqual(expected);
});

test("any lists, page by page, are the same as all ids in one, whatever their order", () => {
  const lists = Array.from({ length: 12 }, (_, list) =>
    Array.from({ length: 40 }, (_, index) => index * 12 + ((list * 5 + index * index) % 12)),
  );
  const seen = new Set<number>();
  const disjoint = lists.map((ids) => ids.filter((id) => !seen.has(id) && seen.add(id)));
  const everything = disjoint.flat().sort((one, other) => other - one);
  for (const limit of [1, 3, 50]) {
    const found: number[] = [];
    for (let part: number[]; ; found.push(...part)) {
      part = mergeRuns(
        disjoint.map((ids) => aRun(...ids)),
        { beforeId: found.at(-1), limit },
      );
      if (part.length === 0) break;
    }
    expect(found).toEqual(everything);
  }
});

test("what lies further back is not read, but for the head of each list", () => {
  const old = Array.from({ length: 100 }, (_, index) => aRun(index + 1, index + 101));
  const young = aRun(...Array.from({ length: 50 }, (_, index) => 1_000 + index));
  expect(mergeRuns([...old, young], { limit: 10 })).toHaveLength(10);
  expect(old.map(({ read }) => read)).toEqual(old.map(() => 1));
  expect(young.read).toBe(11);
});
