import { expect, it } from "vitest";
import { formatMs } from "./format-ms";

it.each([
  [0.43, "0.4 ms"],
  [12.4, "12 ms"],
  [1840, "1.8 sec"],
  [61_000, "61 sec"],
  [200_000, "3 min"],
  [9_000_000, "2.5 hr"],
])("%d ms: %s", (ms, text) => {
  expect(formatMs(ms, "en")).toBe(text);
});
