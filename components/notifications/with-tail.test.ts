import { expect, it } from "vitest";
import type { NotificationSummary } from "@/lib/api/schemas/notifications";
import { listedNotifications, tailStart, withTail } from "./with-tail";

const row = (id: number, outcome: NotificationSummary["outcome"] = "applied"): NotificationSummary => ({
  id: String(id),
  receivedAt: id * 1000,
  object: "page",
  pageIds: [],
  fields: [],
  outcome,
  eventCount: 1,
  sizeBytes: 1,
  durationMs: 1,
  applyMs: 1,
  signature: "valid",
  status: 200,
  duplicates: 0,
});
const list = (...pages: NotificationSummary[][]) => ({
  pages: pages.map((notifications, index) => ({ notifications, nextCursor: index < pages.length - 1 ? "more" : null })),
  pageParams: pages.map(() => null),
});

it("puts new rows on top and renews those that were there, on whatever page", () => {
  const data = list([row(5, "pending"), row(4)], [row(3, "pending"), row(2)]);
  const after = withTail(data, [row(7), row(6), row(5), row(4), row(3)]);
  expect(listedNotifications(after).map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    "7 applied",
    "6 applied",
    "5 applied",
    "4 applied",
    "3 applied",
    "2 applied",
  ]);
  expect(after.pages.map(({ nextCursor }) => nextCursor)).toEqual(["more", null]);
});

it("asks again from the twentieth row on", () => {
  expect(tailStart([])).toBeNull();
  expect(tailStart([row(9), row(8)])).toBe(8000);
  expect(tailStart(Array.from({ length: 50 }, (_, index) => row(100 - index)))).toBe(81_000);
});
