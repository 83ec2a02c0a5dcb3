import { expect, test } from "vitest";
import { firstLookupMs, lookupAgainMs, nextLookupMs } from "./lookup-schedule";
import { retryDelayMs } from "./retry-delay";

test.each([
  [1, 1_000],
  [2, 2_000],
  [3, 4_000],
  [4, 8_000],
  [9, 256_000],
  [10, 300_000],
  [5_000, 300_000],
])("after refusal %d it waits %d ms at most, and half of that at least", (refusals, longestMs) => {
  const delay = (random: number) => retryDelayMs(refusals, { baseMs: 1_000, random });
  expect(delay(0)).toBe(longestMs);
  expect(delay(0.5)).toBe(longestMs * 0.75);
  expect(delay(1)).toBe(longestMs / 2);
});

test("looks are 10 s, 1 min and 5 min after the attempt, in units of the first retry; then no more", () => {
  const clock = { attemptMs: 5_000, nowMs: 5_000 };
  const looks = (unitMs: number) => [0, 1, 2, 3, 4].map((lookups) => nextLookupMs(lookups, { ...clock, unitMs }));
  expect(looks(1_000)).toEqual([15_000, 65_000, 305_000, null, null]);
  expect(looks(10)).toEqual([5_100, 5_600, 8_000, null, null]);
  expect(firstLookupMs(1_000)).toBe(10_000);
  expect(nextLookupMs(1, { attemptMs: 5_000, nowMs: 9_000_000, unitMs: 1_000 })).toBe(9_000_000);
});

test("a look that failed is repeated every minute, for a day", () => {
  const DAY = 24 * 60 * 60_000;
  const again = (nowMs: number) => lookupAgainMs({ attemptMs: 1_000, nowMs, unitMs: 1_000 });
  expect(again(2_000)).toBe(62_000);
  expect(again(1_000 + DAY)).toBe(61_000 + DAY);
  expect(again(1_001 + DAY)).toBeNull();
});
