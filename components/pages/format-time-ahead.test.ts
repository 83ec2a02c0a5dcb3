import { expect, it } from "vitest";
import { formatTimeAhead } from "./format-time-ahead";

it.each([
  [-1, null],
  [0, null],
  [5, "in 1 minute"],
  [12 * 60, "in 12 minutes"],
  [89 * 60, "in 89 minutes"],
  [3 * 3600, "in 3 hours"],
  [47 * 3600, "in 47 hours"],
  [53 * 86_400, "in 53 days"],
])("%i seconds ahead: %s", (seconds, expected) => {
  expect(formatTimeAhead(1_000_000 + seconds * 1000, 1_000_000, "en")).toBe(expected);
});
