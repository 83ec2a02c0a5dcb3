import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDb } from "@/lib/db/db";
import { log } from "@/lib/log";
import { NOON, PAGE } from "@/tests/support/build-notification";
import { linkPage } from "@/tests/support/inbox-under-test";
import { getWebhookFailures } from "./get-webhook-failures";
import { getWebhookHealth } from "./get-webhook-health";
import { WebhookFailureLedger } from "./webhook-failure-ledger";

log.level = "silent";
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

const PAGE_ENTRY = { object: "page", id: PAGE } as const;

test("ten thousand failures are one write, with their number, their span and the slowest", async () => {
  const db = openDb(":memory:");
  const ledger = new WebhookFailureLedger(db, () => {});
  for (let i = 0; i < 10_000; i += 1) {
    const durationMs = i === 5_000 ? 9_000 : 2_000;
    ledger.note({
      kind: "slow",
      cause: "over_2s",
      atMs: NOON + i,
      durationMs,
      ...(i === 7 ? { notificationId: 7 } : {}),
    });
  }
  expect((await getWebhookFailures(db, { limit: 10 })).failures).toEqual([]);
  const before = db.$client.prepare("SELECT total_changes() AS n").get() as { n: number };
  vi.advanceTimersByTime(1_000);
  expect(db.$client.prepare("SELECT total_changes() AS n").get()).toEqual({ n: before.n + 1 });
  expect((await getWebhookFailures(db, { limit: 10 })).failures).toMatchObject([
    { count: 10_000, firstAt: NOON, lastAt: NOON + 9_999, durationMs: 9_000, notificationId: "7" },
  ]);
});

test("what cannot be written is kept until it can", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pagedesk-ledger-"));
  const db = openDb(join(folder, "desk.db"));
  await linkPage(db);
  const started: string[] = [];
  const ledger = new WebhookFailureLedger(db, (pageIds) => started.push(...pageIds));
  const other = new Database(join(folder, "desk.db"));
  other.exec("BEGIN IMMEDIATE");
  ledger.note({ kind: "not_stored", cause: "database_unavailable", atMs: NOON });
  ledger.noteRefused([PAGE_ENTRY, { object: "page", id: "404" }], "not_stored", NOON);
  vi.advanceTimersByTime(1_000);
  ledger.note({ kind: "not_stored", cause: "database_unavailable", atMs: NOON + 5 });
  ledger.noteRefused([PAGE_ENTRY], "not_stored", NOON + 5);
  other.exec("ROLLBACK");
  other.close();
  expect(started).toEqual([]);
  vi.advanceTimersByTime(5_000);
  expect((await getWebhookFailures(db, { limit: 10 })).failures).toMatchObject([{ count: 2, lastAt: NOON + 5 }]);
  expect((await getWebhookHealth(db, NOON)).clocks).toMatchObject([{ pageId: PAGE, sinceAt: NOON, count: 2 }]);
  expect(started).toEqual([PAGE]);
  ledger.close();
  db.$client.close();
  rmSync(folder, { recursive: true });
});

test("a stranger who names endless Pages fills no memory, and starts no clock", async () => {
  const db = openDb(":memory:");
  await linkPage(db);
  const ledger = new WebhookFailureLedger(db, () => {});
  for (let i = 0; i < 5_000; i += 1) ledger.noteRefused([{ object: "page", id: String(i) }], "rejected", NOON);
  ledger.noteRefused([PAGE_ENTRY], "rejected", NOON);
  ledger.close();
  expect((await getWebhookHealth(db, NOON)).clocks).toEqual([]);
});
