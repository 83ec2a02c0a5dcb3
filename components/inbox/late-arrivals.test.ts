import { expect, test } from "vitest";
import { aMessage, aReply } from "./build-test-data";
import { lateArrivals } from "./late-arrivals";
import { mergeOptimistic } from "./merge-optimistic";

const items = (...ids: string[]) =>
  mergeOptimistic(
    ids.map((id) => (id.startsWith("reply") ? aReply({ id }) : aMessage({ id }))),
    [],
  );
const late = (known: string[], now: string[], wasComplete = false) =>
  lateArrivals(items(...known), items(...now), wasComplete).map(({ key }) => key);

test("what comes at the end is not late, what comes above it is", () => {
  expect(late(["a", "b"], ["a", "b", "c"])).toEqual([]);
  expect(late(["a", "b"], ["a", "x", "b", "c"])).toEqual(["x"]);
});

test("older pages are not late", () => {
  expect(late(["c", "d"], ["a", "b", "c", "d"])).toEqual([]);
  expect(late(["c", "d"], ["a", "b", "c", "x", "d"])).toEqual(["x"]);
});

test("before the beginning of a thread that was all there, it is late", () => {
  expect(late(["a"], ["x", "a"], true)).toEqual(["x"]);
});

test("replies, and a thread that was empty, have nothing late", () => {
  expect(late(["a", "b"], ["a", "reply", "b"])).toEqual([]);
  expect(late([], ["a", "b"], true)).toEqual([]);
});
