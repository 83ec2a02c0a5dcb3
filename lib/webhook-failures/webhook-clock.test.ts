import { describe, expect, test } from "vitest";
import { type Db, openDb } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { recordLastNotification } from "@/lib/pages/page-lookup-queries";
import { updatePage } from "@/lib/pages/page-queries";
import { NOON, PAGE } from "@/tests/support/build-notification";
import { linkPage } from "@/tests/support/inbox-under-test";
import { getWebhookHealth } from "./get-webhook-health";
import type { WebhookClockCause } from "./webhook-clock";
import { recordRefusal, stopWebhookClocks } from "./webhook-clock-queries";

const MINUTE = 60_000;
const at = (atMs: number, cause: WebhookClockCause = "not_stored") => ({
  cause,
  sinceMs: atMs,
  lastMs: atMs,
  count: 1,
});
const clocks = async (db: Db) => (await getWebhookHealth(db, NOON)).clocks;
const heard = (receivedMs: number) => new Map([[PAGE, receivedMs]]);

async function aDesk() {
  const db = openDb(":memory:");
  await linkPage(db);
  return db;
}

describe("a clock", () => {
  test("runs from the first refusal, and says when Meta alerts and when it unsubscribes", async () => {
    const db = await aDesk();
    expect(recordRefusal(db, PAGE, at(NOON))).toBe(true);
    expect(recordRefusal(db, PAGE, at(NOON + MINUTE, "slow"))).toBe(false);
    expect(await clocks(db)).toMatchObject([
      {
        pageId: PAGE,
        pageName: "Harbor Bikes",
        sinceAt: NOON,
        alertAt: NOON + 15 * MINUTE,
        unsubscribeAt: NOON + 60 * MINUTE,
        count: 2,
        cause: "not_stored",
        title: expect.stringContaining("stored"),
      },
    ]);
  });

  test("stops with what came after the last refusal, not with what came before it", async () => {
    const db = await aDesk();
    recordRefusal(db, PAGE, at(NOON));
    recordRefusal(db, PAGE, at(NOON + MINUTE));
    expect(stopWebhookClocks(db, heard(NOON + MINUTE))).toEqual([]);
    expect(stopWebhookClocks(db, new Map([["another", NOON + 2 * MINUTE]]))).toEqual([]);
    expect(await clocks(db)).toHaveLength(1);
    expect(stopWebhookClocks(db, heard(NOON + MINUTE + 1))).toEqual([PAGE]);
    expect(await clocks(db)).toEqual([]);
    expect(stopWebhookClocks(db, heard(NOON + 2 * MINUTE))).toEqual([]);
  });

  test("goes on when what stopped it is taken back", async () => {
    const db = await aDesk();
    recordRefusal(db, PAGE, at(NOON));
    inTransaction(db, () => stopWebhookClocks(db, heard(NOON + 1)), { isDryRun: true });
    await new Promise((resolve) => setImmediate(resolve));
    expect(await clocks(db)).toHaveLength(1);
    expect(stopWebhookClocks(db, heard(NOON + 1))).toEqual([PAGE]);
  });

  test("does not start for a refusal that is written down after the Page was heard of again", async () => {
    const db = await aDesk();
    recordLastNotification(db, PAGE, NOON + 5);
    expect(recordRefusal(db, PAGE, at(NOON))).toBe(false);
    expect(await clocks(db)).toEqual([]);
    expect(recordRefusal(db, PAGE, at(NOON + 5))).toBe(true);
  });

  test("ends when the Page is unlinked, or linked again", async () => {
    const db = await aDesk();
    recordRefusal(db, PAGE, at(NOON));
    await updatePage(db, PAGE, { linkedMs: null });
    expect(await clocks(db)).toEqual([]);
    await updatePage(db, PAGE, { linkedMs: NOON + MINUTE });
    expect(await clocks(db)).toEqual([]);
    expect(recordRefusal(db, PAGE, at(NOON + 2 * MINUTE))).toBe(true);
    expect(await clocks(db)).toMatchObject([{ sinceAt: NOON + 2 * MINUTE, count: 1 }]);
  });
});

describe("calls that anyone can send", () => {
  const rejected = (atMs: number) => at(atMs, "rejected");

  test("start a clock when there are three of them close together, and the words say so", async () => {
    const db = await aDesk();
    expect([0, 1, 2].map((i) => recordRefusal(db, PAGE, rejected(NOON + i * MINUTE)))).toEqual([false, false, true]);
    expect(await clocks(db)).toMatchObject([
      { sinceAt: NOON, cause: "rejected", count: 3, advice: expect.stringContaining("Anyone can send") },
    ]);
  });

  test("far apart, or with a notification in between, start none", async () => {
    const db = await aDesk();
    for (let i = 0; i < 5; i += 1) recordRefusal(db, PAGE, rejected(NOON + i * 16 * MINUTE));
    expect(await clocks(db)).toEqual([]);
    recordRefusal(db, PAGE, rejected(NOON + 65 * MINUTE));
    expect(stopWebhookClocks(db, heard(NOON + 66 * MINUTE))).toEqual([PAGE]);
    recordRefusal(db, PAGE, rejected(NOON + 67 * MINUTE));
    expect(await clocks(db)).toEqual([]);
  });

  test("give way to a cause that only we can see", async () => {
    const db = await aDesk();
    recordRefusal(db, PAGE, rejected(NOON));
    expect(recordRefusal(db, PAGE, at(NOON + MINUTE))).toBe(true);
    expect(await clocks(db)).toMatchObject([{ cause: "not_stored", sinceAt: NOON + MINUTE, count: 1 }]);
    for (const i of [2, 3, 4]) recordRefusal(db, PAGE, rejected(NOON + i * MINUTE));
    expect(await clocks(db)).toMatchObject([{ cause: "not_stored", sinceAt: NOON + MINUTE, count: 1 }]);
  });

  test("start none while notifications with the right signature come, of whichever Page", async () => {
    const db = await aDesk();
    recordLastNotification(db, PAGE, NOON - 30_000);
    for (const i of [0, 1, 2]) recordRefusal(db, PAGE, rejected(NOON + i));
    expect(await clocks(db)).toEqual([]);
    for (const i of [0, 1, 2]) recordRefusal(db, PAGE, rejected(NOON + 2 * MINUTE + i));
    expect(await clocks(db)).toHaveLength(1);
    expect(stopWebhookClocks(db, new Map([["another", NOON + 3 * MINUTE]]))).toEqual([PAGE]);
    expect(await clocks(db)).toEqual([]);
  });

  test("are forgotten an hour after the last of them", async () => {
    const db = await aDesk();
    for (const i of [0, 1, 2]) recordRefusal(db, PAGE, rejected(NOON + i));
    expect((await getWebhookHealth(db, NOON + 59 * MINUTE)).clocks).toHaveLength(1);
    expect((await getWebhookHealth(db, NOON + 61 * MINUTE)).clocks).toEqual([]);
  });

  test("are proven where they fit once they are written as Meta writes them", async () => {
    const db = await aDesk();
    expect(recordRefusal(db, PAGE, at(NOON, "re_encoded"))).toBe(true);
    stopWebhookClocks(db, new Map([["another", NOON + 1]]));
    expect(await clocks(db)).toMatchObject([{ cause: "re_encoded" }]);
  });
});
