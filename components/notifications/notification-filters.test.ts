import { expect, it } from "vitest";
import { isFiltered, type NotificationFilters, toListParams } from "./notification-filters";

const NONE: NotificationFilters = {
  pageId: null,
  field: null,
  outcome: null,
  problems: false,
  psid: null,
  within: null,
  from: null,
  to: null,
  q: null,
};

it("turns a span into a time from which on, and leaves out what is not asked for", () => {
  expect(toListParams({ ...NONE, within: "15m", problems: true }, 10_000_000)).toMatchObject({
    from: 9_100_000,
    to: null,
    problems: true,
  });
  expect(toListParams({ ...NONE, from: 5, to: 9 }, 10_000_000)).toMatchObject({ from: 5, to: 9, problems: null });
});

it("knows an unfiltered list", () => {
  expect(isFiltered(NONE)).toBe(false);
  expect(isFiltered({ ...NONE, problems: true })).toBe(true);
  expect(isFiltered({ ...NONE, from: 0 })).toBe(true);
});
