import { expect, test } from "vitest";
import { findSilence } from "./is-silent";

const HOUR_MS = 60 * 60 * 1000;
const START = 500_000;
/** Every hour from nine to five, day after day. */
const officeHours = (days: number) =>
  Array.from({ length: days * 24 }, (_, hour) => hour)
    .filter((hour) => hour % 24 >= 9 && hour % 24 < 17)
    .map((hour) => START + hour);
const at = (hour: number) => (START + hour) * HOUR_MS;

test("nights are no silence for a Page that sleeps at night; two days are", () => {
  const active = officeHours(7);
  const lastEnd = 6 * 24 + 17;
  expect(findSilence(active, at(lastEnd + 16))).toBeNull();
  expect(findSilence(active, at(lastEnd + 48))).toBeNull();
  expect(findSilence(active, at(lastEnd + 52))).toEqual({ hours: 52, usualHours: 17 });
});

test("a Page that hears something every hour is silent after six hours, no sooner", () => {
  const active = Array.from({ length: 100 }, (_, hour) => START + hour);
  expect(findSilence(active, at(100 + 5))).toBeNull();
  expect(findSilence(active, at(100 + 6))).toEqual({ hours: 6, usualHours: 1 });
});

test("one long gap of the past is no habit", () => {
  const active = [...Array.from({ length: 60 }, (_, hour) => hour), ...Array.from({ length: 60 }, (_, h) => 200 + h)];
  expect(
    findSilence(
      active.map((hour) => START + hour),
      at(260 + 7),
    ),
  ).toEqual({ hours: 7, usualHours: 1 });
});

test.each([
  ["nothing ever came", []],
  ["it is new", Array.from({ length: 60 }, (_, hour) => START + hour)],
  ["it hears something once in a while", Array.from({ length: 19 }, (_, n) => START + n * 24)],
])("nobody can tell when %s", (_, active) => {
  expect(findSilence(active, at(10_000))).toBeNull();
});
