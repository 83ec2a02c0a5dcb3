import { describe, expect, it } from "vitest";
import { formatLogTime, formatRelativeTime, formatShortAge } from "./format-time";

const NOW_MS = new Date(2026, 10, 21, 12, 0, 0).getTime();
const ago = (seconds: number) => NOW_MS - seconds * 1000;

describe("formatRelativeTime", () => {
  it.each([
    [0, "now"],
    [9, "now"],
    [10, "10 seconds ago"],
    [59, "59 seconds ago"],
    [60, "1 minute ago"],
    [3599, "59 minutes ago"],
    [7200, "2 hours ago"],
    [86_400 * 3, "3 days ago"],
    [86_400 * 8, "Nov 13"],
    [86_400 * 400, "Oct 17, 2025"],
  ])("%i seconds: %s", (seconds, expected) => {
    expect(formatRelativeTime(ago(seconds), NOW_MS, "en")).toBe(expected);
  });

  it("treats a time ahead of our clock as now", () => {
    expect(formatRelativeTime(ago(-30), NOW_MS, "en")).toBe("now");
  });
});

describe("formatShortAge", () => {
  it.each([
    [3, "now"],
    [42, "42s"],
    [120, "2m"],
    [3 * 3600, "3h"],
    [86_400 * 2, "2d"],
    [86_400 * 30, "Oct 22"],
  ])("%i seconds: %s", (seconds, expected) => {
    expect(formatShortAge(ago(seconds), NOW_MS, "en")).toBe(expected);
  });
});

describe("formatLogTime", () => {
  it("keeps milliseconds and 24 hours", () => {
    expect(formatLogTime(new Date(2026, 10, 21, 0, 4, 31, 204).getTime(), "en")).toBe("00:04:31.204");
  });
});
