import { afterAll, expect, test, vi } from "vitest";
import * as access from "@/lib/auth/drop-access-queries";
import { type Db, openDb } from "@/lib/db/db";
import * as deliveryErrors from "@/lib/delivery-errors/erase-delivery-error-queries";
import * as exported from "@/lib/export/export-person-queries";
import * as messages from "@/lib/inbox/drop-messages-queries";
import * as erased from "@/lib/inbox/erase-conversation-queries";
import * as unread from "@/lib/inbox/unread-queries";
import * as media from "@/lib/media/media-file-queries";
import * as payloads from "@/lib/notifications/drop-payloads-queries";
import * as parked from "@/lib/pages/parked-entry-queries";

const OLD = { beforeMs: 1, limit: 1 };
const MESSAGE = { id: 1, mid: "m" };
const FILE = { urlHash: "h", conversationId: 1, contentType: "image/png", body: Buffer.from("x"), fetchedMs: 1 };

/** Every query of retention, of copies of media and of the export, each with something to ask. */
const QUERIES: Record<string, (db: Db) => unknown> = {
  dropAudit: (db) => access.dropAudit(db, OLD),
  dropSessions: (db) => access.dropSessions(db, OLD),
  dropInvitations: (db) => access.dropInvitations(db, OLD),
  listPayloadsBefore: (db) => payloads.listPayloadsBefore(db, { ...OLD, interpretedUpTo: 1 }),
  deleteEvents: (db) => payloads.deleteEvents(db, 1, 1),
  deleteNotification: (db) => payloads.deleteNotification(db, 1),
  listMessagesBefore: (db) => messages.listMessagesBefore(db, { ...OLD, conversationId: 1 }),
  listThreadsAfter: (db) => messages.listThreadsAfter(db, 1, 1),
  isEmptyThread: (db) => messages.isEmptyThread(db, 1),
  blankPreview: (db) => messages.blankPreview(db, 1),
  eraseLooseTraces: (db) => messages.eraseLooseTraces(db, 1),
  findMediaFile: (db) => media.findMediaFile(db, "h"),
  insertMediaFile: (db) => media.insertMediaFile(db, FILE),
  sumMediaBytes: media.sumMediaBytes,
  dropOldestMedia: (db) => media.dropOldestMedia(db, 1),
  dropMediaFile: (db) => media.dropMediaFile(db, "h"),
  dropMediaOfConversation: (db) => media.dropMediaOfConversation(db, 1, 1),
  findProfile: (db) => exported.findProfile(db, 1),
  listKept: (db) =>
    exported.LIST_NAMES.map((name) => exported.listKept(db, name, { conversationId: 1, afterId: 1, limit: 1 })),
  listUploadsNamed: (db) => exported.listUploadsNamed(db, "1", "a"),
  findStoredPayload: (db) => exported.findStoredPayload(db, 1),
  findEvent: (db) => exported.findEvent(db, 1, 0),
  eraseDeliveryErrors: (db) => deliveryErrors.eraseDeliveryErrors(db, 1),
  eraseDeliveryErrorsOfMessage: (db) => deliveryErrors.eraseDeliveryErrorsOfMessage(db, 1, 1),
};

/** Shared with others, but part of it. */
const MORE: Record<string, (db: Db) => unknown> = {
  forgetSomeParked: (db) => parked.forgetSomeParked(db, "1", 1),
  recountUnread: (db) => unread.recountUnread(db, 1, "1"),
  eraseMessage: (db) => erased.eraseMessage(db, 1, MESSAGE),
  deleteConversation: (db) => erased.deleteConversation(db, 1),
};

/** What reads more than its rows, and may. */
const ALLOWED: Record<string, string[]> = {
  // The kinds of notes that count, not a table.
  recountUnread: ["SCAN json_each VIRTUAL TABLE INDEX 1:"],
  // A gigabyte of copies is some ten thousand entries of an index, and they are added up once in a while.
  sumMediaBytes: ["SCAN media_files USING COVERING INDEX media_files_age"],
  // Of a file name there are few.
  listUploadsNamed: ["USE TEMP B-TREE FOR ORDER BY"],
  // By the row id: the table itself is its index.
  deleteNotification: ["SCAN notifications_fts VIRTUAL TABLE INDEX 0:="],
  eraseMessage: ["SCAN messages_fts VIRTUAL TABLE INDEX 0:="],
  deleteConversation: ["SCAN conversations_fts VIRTUAL TABLE INDEX 0:="],
};

const db = openDb(":memory:");
afterAll(() => db.$client.close());

/** The statements a query prepares, with how SQLite goes about each. */
function plansOf(run: (db: Db) => unknown): string[] {
  const prepare = vi.spyOn(db.$client, "prepare");
  run(db);
  const statements = new Set(prepare.mock.calls.map(([sql]) => sql));
  prepare.mockRestore();
  return [...statements].flatMap(explain);
}

function explain(sql: string): string[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, 1]);
  const bound = names.length > 0 ? [Object.fromEntries(names)] : [...sql.matchAll(/\?/g)].map(() => 1);
  const steps = db.$client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { detail: string }[];
  return steps.map(({ detail }) => detail);
}

test("every query of theirs is here", () => {
  const modules = [access, payloads, messages, media, exported, deliveryErrors];
  const functions = modules
    .flatMap((module) => Object.entries(module))
    .filter(([, value]) => value instanceof Function);
  expect(Object.keys(QUERIES).sort()).toEqual(functions.map(([name]) => name).sort());
});

test.each(Object.entries({ ...QUERIES, ...MORE }))("%s finds its rows by an index, in their order", (name, run) => {
  const steps = plansOf(run);
  // Adding a row has no plan.
  expect(steps.length > 0 || name === "insertMediaFile").toBe(true);
  const long = steps.filter((step) => /^SCAN|TEMP B-TREE/.test(step));
  expect(long.filter((step) => !ALLOWED[name]?.includes(step))).toEqual([]);
});
