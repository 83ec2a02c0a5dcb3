import { expect, test } from "vitest";
import { type Db, openDb } from "@/lib/db/db";
import { getWebhookFailures } from "./get-webhook-failures";
import { recordWebhookFailure } from "./webhook-failure-queries";

const NOON = 1_790_000_000_000;
const MINUTE = 60_000;
const list = async (db: Db, limit = 50) => (await getWebhookFailures(db, { limit })).failures;

test("the same failure again is the same run, until there was none for 15 minutes", async () => {
  const db = openDb(":memory:");
  const fail = (atMs: number, more = {}) =>
    recordWebhookFailure(db, { kind: "slow", cause: "over_2s", atMs, durationMs: 2_100, ...more });
  fail(NOON);
  fail(NOON + 10 * MINUTE, { count: 3, durationMs: 3_900.4, notificationId: 7 });
  fail(NOON + 20 * MINUTE);
  fail(NOON + 36 * MINUTE);
  expect(await list(db)).toMatchObject([
    { count: 1, firstAt: NOON + 36 * MINUTE },
    { count: 5, firstAt: NOON, lastAt: NOON + 20 * MINUTE, durationMs: 3_900, notificationId: "7" },
  ]);
});

test("another cause, or another kind, is a run of its own, and says what to do in words", async () => {
  const db = openDb(":memory:");
  recordWebhookFailure(db, { kind: "rejected", cause: "missing", atMs: NOON });
  recordWebhookFailure(db, { kind: "rejected", cause: "re_encoded", atMs: NOON + 1 });
  recordWebhookFailure(db, { kind: "handshake", cause: "never_heard_of", atMs: NOON + 2 });
  recordWebhookFailure(db, { kind: "rejected", cause: "missing", atMs: NOON + 3 });
  const failures = await list(db);
  expect(failures).toMatchObject([
    { kind: "rejected", cause: "missing", count: 2, durationMs: null, notificationId: null },
    { kind: "handshake", advice: expect.stringContaining("FACEBOOK_VERIFY_TOKEN") },
    { kind: "rejected", title: expect.stringContaining("proxy") },
  ]);
  expect((await getWebhookFailures(db, { kind: "handshake", limit: 50 })).failures).toHaveLength(1);
});

test("the newest 1,000 runs are kept, and listed page by page", async () => {
  const db = openDb(":memory:");
  const runs = 1_020;
  for (let i = 0; i < runs; i += 1)
    recordWebhookFailure(db, { kind: "rejected", cause: `c${i}`, atMs: NOON + (i >> 1) });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { failures, nextCursor } = await getWebhookFailures(db, { cursor, limit: 200 });
    seen.push(...failures.map(({ cause }) => cause));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(Array.from({ length: 1_000 }, (_, i) => `c${runs - 1 - i}`));
});
