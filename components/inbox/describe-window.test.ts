import { expect, test } from "vitest";
import { describeWindow } from "./describe-window";

const HOUR = 3_600_000;
const MINUTE = 60_000;

test("an open window tells the hours and minutes left", () => {
  expect(describeWindow(3 * HOUR + 12.9 * MINUTE, 0)).toMatchObject({ state: "open", hours: 3, minutes: 12 });
});

test("a window that an ad keeps open tells the days and hours left", () => {
  expect(describeWindow(76 * HOUR + MINUTE, 0)).toMatchObject({ unit: "days", days: 3, hours: 4 });
  expect(describeWindow(24 * HOUR, 0)).toMatchObject({ unit: "days", days: 1, hours: 0 });
  expect(describeWindow(24 * HOUR - 1, 0)).toMatchObject({ unit: "hours", hours: 23, minutes: 59 });
});

test("under two hours it closes soon", () => {
  expect(describeWindow(2 * HOUR, 0).state).toBe("open");
  expect(describeWindow(2 * HOUR - 1, 0)).toMatchObject({ state: "soon", hours: 1, minutes: 59 });
  expect(describeWindow(1, 0)).toMatchObject({ state: "soon", hours: 0, minutes: 1 });
});

test("a window that has closed, or was never opened, is closed", () => {
  expect(describeWindow(5, 5)).toEqual({ state: "closed", closedAt: 5 });
  expect(describeWindow(null, 5)).toEqual({ state: "closed", closedAt: null });
});
