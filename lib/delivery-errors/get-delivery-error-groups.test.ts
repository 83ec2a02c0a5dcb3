import { expect, test } from "vitest";
import { openDb } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { aFailedCall, DAY_MS, NOON } from "@/tests/support/failed-calls";
import { resolveDeliveryError } from "./delivery-error-queries";
import { getDeliveryErrorGroups } from "./get-delivery-error-groups";

const EXPIRED = { code: 190, subcode: 463 };

test("a group says what it is, how many are open, when, and how often on each of the last 14 days", async () => {
  const db = openDb(":memory:");
  const first = aFailedCall(db, { atMs: NOON - 20 * DAY_MS });
  aFailedCall(db, { atMs: NOON - 13 * DAY_MS });
  aFailedCall(db, { atMs: NOON - DAY_MS });
  aFailedCall(db, { atMs: NOON });
  aFailedCall(db, { atMs: NOON + 1 });
  inTransaction(db, () => resolveDeliveryError(db, first));
  const { groups, nextCursor } = await getDeliveryErrorGroups(db, { pages: "all", limit: 50 }, NOON + 2);
  expect(groups).toEqual([
    {
      pageId: "1",
      cause: "10/2018278",
      operation: "send_message",
      code: 10,
      subcode: 2018278,
      errorClass: "window",
      title: expect.any(String),
      advice: expect.any(String),
      total: 5,
      open: 4,
      firstAt: NOON - 20 * DAY_MS,
      lastAt: NOON + 1,
      days: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2],
      obstacle: expect.stringContaining("Its message is gone"),
    },
  ]);
  expect(nextCursor).toBeNull();
});

test("what was not a message is a group of its own: no typing sign among messages that may have arrived", async () => {
  const db = openDb(":memory:");
  const failure = { code: null, subcode: null, unanswered: "unknown_outcome" } as const;
  for (const operation of ["send_message", "typing", "typing", "mark_seen", "react"] as const) {
    aFailedCall(db, { operation, failure });
  }
  const { groups, openCount } = await getDeliveryErrorGroups(db, { pages: "all", limit: 50 }, NOON);
  const counts = groups.map(({ operation, total, open }) => [operation, total, open]);
  expect(counts).toHaveLength(4);
  expect(counts).toEqual(
    expect.arrayContaining([
      ["send_message", 1, 1],
      ["typing", 2, 0],
      ["mark_seen", 1, 0],
      ["react", 1, 1],
    ]),
  );
  expect(openCount).toBe(2);
});

test("groups come newest failure first, page by page, even where many failed at once", async () => {
  const db = openDb(":memory:");
  for (let page = 1; page <= 9; page += 1) aFailedCall(db, { pageId: String(page), atMs: NOON + Math.floor(page / 4) });
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const { groups, nextCursor } = await getDeliveryErrorGroups(db, { pages: "all", limit: 2, cursor }, NOON);
    found.push(...groups.map(({ pageId }) => pageId));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(found).toEqual(["9", "8", "7", "6", "5", "4", "3", "2", "1"]);
});

test("groups by Page, by what they are, and only those with something open", async () => {
  const db = openDb(":memory:");
  aFailedCall(db, { pageId: "1" });
  const resolved = aFailedCall(db, { pageId: "1", failure: EXPIRED });
  aFailedCall(db, { pageId: "2", failure: EXPIRED });
  inTransaction(db, () => resolveDeliveryError(db, resolved));
  const find = async (filter: Partial<Parameters<typeof getDeliveryErrorGroups>[1]>) =>
    (await getDeliveryErrorGroups(db, { pages: "all", limit: 50, ...filter }, NOON)).groups.map(
      (it) => `${it.pageId} ${it.cause}`,
    );
  expect(await find({ pageId: "1" })).toEqual(["1 190/463", "1 10/2018278"]);
  expect(await find({ errorClass: "token" })).toEqual(["2 190/463", "1 190/463"]);
  expect(await find({ status: "open" })).toEqual(["2 190/463", "1 10/2018278"]);
  expect(await find({ cause: "10/2018278" })).toEqual(["1 10/2018278"]);
  expect(await find({ pages: ["2"] })).toEqual(["2 190/463"]);
  const { openCount } = await getDeliveryErrorGroups(db, { pages: ["2"], limit: 1 }, NOON);
  expect(openCount).toBe(1);
});
