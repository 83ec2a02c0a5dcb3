import { expect, test } from "vitest";
import { findSilence } from "./find-silence";

const HOUR_MS = 60 * 60 * 1000;
const START = 500_000;
const DAY = 24;
/** Every hour from nine to five, on these days of the week. */
const officeHours = (days: number, daysOfWeek = 7) =>
  Array.from({ length: days * DAY }, (_, hour) => hour).filter(
    (hour) => hour % DAY >= 9 && hour % DAY < 17 && Math.floor(hour / DAY) % 7 < daysOfWeek,
  );
const everyHour = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);
/** @param hour of the day counted from the beginning */
const silenceAt = (active: readonly number[], hour: number) =>
  findSilence(
    active.map((one) => START + one),
    (START + hour) * HOUR_MS,
  );

test("nights are no silence for a Page that sleeps at night; three days are, two once it is known for long", () => {
  const evening = (days: number) => (days - 1) * DAY + 17;
  expect(silenceAt(officeHours(5), evening(5) + 16)).toBeNull();
  expect(silenceAt(officeHours(5), evening(5) + 64)).toBeNull();
  expect(silenceAt(officeHours(5), evening(5) + 73)).toEqual({ hours: 73, usualHours: 17 });
  expect(silenceAt(officeHours(14), evening(14) + 50)).toBeNull();
  expect(silenceAt(officeHours(14), evening(14) + 52)).toEqual({ hours: 52, usualHours: 17 });
});

test.each([1, 2, 3, 4])(
  "no weekend is a silence for a Page that rests at weekends (week %i); one day more is",
  (weeks) => {
    const active = officeHours(weeks * 7, 5);
    const mondayMorning = weeks * 7 * DAY + 9;
    expect(silenceAt(active, mondayMorning)).toBeNull();
    expect(silenceAt(active, mondayMorning + DAY)).not.toBeNull();
  },
);

test("a Page that hears something every hour is silent after six hours, no sooner", () => {
  expect(silenceAt(everyHour(0, 100), 105)).toBeNull();
  expect(silenceAt(everyHour(0, 100), 106)).toEqual({ hours: 6, usualHours: 1 });
});

test("one long gap of the past is no habit", () => {
  const active = [...everyHour(0, 200), ...everyHour(300, 200)];
  expect(silenceAt(active, 507)).toEqual({ hours: 7, usualHours: 1 });
});

test.each([
  ["nothing ever came", []],
  ["it is new", everyHour(0, 60)],
  ["it hears something once in a while", Array.from({ length: 19 }, (_, n) => n * DAY)],
])("nobody can tell when %s", (_, active) => {
  expect(silenceAt(active, 10_000)).toBeNull();
});
