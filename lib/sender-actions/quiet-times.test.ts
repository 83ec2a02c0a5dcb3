import { expect, test } from "vitest";
import { QuietTimes } from "./quiet-times";

test("quiet until the time it was noted for, or until that is ended", () => {
  const times = new QuietTimes();
  times.note("a", 1_000);
  expect([times.isQuiet("a", 999), times.isQuiet("a", 1_000), times.isQuiet("b", 0)]).toEqual([true, false, false]);
  times.end("a");
  expect(times.isQuiet("a", 0)).toBe(false);
});

test("what was noted first is forgotten first, so it stays small", () => {
  const times = new QuietTimes();
  for (let n = 0; n <= 5_000; n += 1) times.note(String(n), 10);
  expect([times.isQuiet("0", 0), times.isQuiet("1", 0), times.isQuiet("5000", 0)]).toEqual([false, true, true]);
});
