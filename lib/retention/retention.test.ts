import { beforeEach, expect, test } from "vitest";
import type { RetentionSettings } from "@/lib/api/schemas/retention";
import { recordAudit } from "@/lib/auth/audit-queries";
import { createSession } from "@/lib/auth/session-queries";
import { inTransaction } from "@/lib/db/transaction";
import { insertDeliveryError } from "@/lib/delivery-errors/delivery-error-queries";
import { indexNextMessages } from "@/lib/inbox/search-index-queries";
import { markThreadRead } from "@/lib/inbox/unread-queries";
import { insertMediaFile } from "@/lib/media/media-file-queries";
import { toUrlHash } from "@/lib/media/to-url-hash";
import { recordNotifications } from "@/lib/notifications/notification-queries";
import { indexNextNotifications } from "@/lib/notifications/notification-search-queries";
import { grantOneTime } from "@/lib/one-time/one-time-queries";
import { insertIntoOutbox, markFailed } from "@/lib/outbox/outbox-queries";
import { listParkedEntries } from "@/lib/pages/parked-entry-queries";
import { A_KEY, ANA, aMessage, anEcho, aReaction, NOON, notification, PAGE } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { startPass } from "./retention-pass";

const DAY = 24 * 60 * 60 * 1000;
const BEN = "7000000000000002";
const KEEP_ALL: RetentionSettings = { payloadDays: null, messageDays: null, mediaDays: 3650, auditDays: null };
const PICTURE = "https://scontent.fbcdn.net/zebra.png";

let inbox: Awaited<ReturnType<typeof inboxUnderTest>>;
beforeEach(async () => {
  inbox = await inboxUnderTest();
});

const count = (sql: string) => (inbox.db.$client.prepare(`SELECT count(*) AS n FROM ${sql}`).get() as { n: number }).n;
const index = () => {
  while (indexNextMessages(inbox.db, 100) + indexNextNotifications(inbox.db, 100) > 0);
};

/** @param nowMs notifications of these tests are received at `NOON` */
function runPass(settings: Partial<RetentionSettings>, nowMs: number) {
  const pass = startPass({ ...KEEP_ALL, ...settings }, nowMs);
  while (inTransaction(inbox.db, () => pass.step(inbox.db)));
  return pass;
}

function keepPicture(conversationId: number | null, fetchedMs: number, url = PICTURE) {
  const file = { contentType: "image/png", body: Buffer.from("zebra"), urlHash: toUrlHash(url) };
  insertMediaFile(inbox.db, { ...file, conversationId, fetchedMs });
}

test("a payload goes when its days are over, with all that was made of it but the messages", async () => {
  await inbox.receive(notification(aMessage({ text: "Zebra" })), notification(anEcho({ text: "Hello" })));
  index();
  expect(count(`notifications_fts WHERE notifications_fts MATCH '"zebra"'`)).toBe(1);
  runPass({ payloadDays: 30 }, NOON + 30 * DAY);
  expect(count("notifications")).toBe(2);

  runPass({ payloadDays: 30 }, NOON + 30 * DAY + 1);
  for (const table of ["notifications", "interpretations", "events", "interpretation_retries"]) {
    expect(count(table), table).toBe(0);
  }
  expect(count(`notifications_fts WHERE notifications_fts MATCH '"zebra"'`)).toBe(0);
  expect((await inbox.messages()).map(({ text }) => text).sort()).toEqual(["Hello", "Zebra"]);
  expect(await inbox.notifications()).toEqual([]);
});

test("what is not interpreted yet stays, however old", async () => {
  await inbox.receive(notification(aMessage({ text: "First" })));
  const body = Buffer.from(JSON.stringify(notification(aMessage({ mid: "m_2", text: "Second" }))));
  const waiting = { receivedMs: NOON - DAY, headers: "{}", status: 200, body, sizeBytes: body.length };
  recordNotifications(inbox.db, [{ ...waiting, signature: "valid" }]);
  runPass({ payloadDays: 30 }, NOON + 99 * DAY);
  await inbox.interpretAll();
  expect((await inbox.messages()).map(({ text }) => text).sort()).toEqual(["First", "Second"]);
});

test("what waits for a Page that is not linked goes too, and is counted no more", async () => {
  const elsewhere = { ...notification(aMessage(), aMessage({ mid: "m_2" })) };
  for (const entry of elsewhere.entry) entry.id = "200000000000009";
  await inbox.receive(elsewhere);
  expect((await listParkedEntries(inbox.db)).map(({ eventCount }) => eventCount)).toEqual([2]);
  runPass({ payloadDays: 30 }, NOON + 31 * DAY);
  expect(await listParkedEntries(inbox.db)).toEqual([]);
  expect(count("events")).toBe(0);
});

test("a repetition outlives the payload it repeats, and points to nothing that is gone", async () => {
  await inbox.receive(notification(aMessage()));
  await inbox.receive(notification(aMessage()));
  inbox.db.$client.prepare("UPDATE notifications SET received_ms = ? WHERE id = 1").run(NOON - 2 * DAY);
  expect(inbox.events(2)).toMatchObject([{ outcome: "duplicate", firstNotificationId: "1" }]);
  runPass({ payloadDays: 30 }, NOON + 29 * DAY);
  expect(inbox.events(2)).toMatchObject([{ outcome: "duplicate", firstNotificationId: null }]);
});

test("messages go when they were sent too long ago; their conversation stays right", async () => {
  const old = NOON - 10 * DAY;
  await inbox.receive(
    notification(aMessage({ mid: "m_old", text: "Zebra", atMs: old })),
    notification(anEcho({ mid: "m_out", text: "Zebra too", atMs: old + 1 })),
    notification(aReaction({ mid: "m_out", atMs: old + 2 })),
    notification({
      ...aMessage({ atMs: old + 3 }),
      message: undefined,
      message_edit: { mid: "m_old", text: "Zebra!", num_edit: 1 },
    }),
    notification(aMessage({ mid: "m_new", text: "Still here" })),
  );
  index();
  expect((await inbox.conversations()).map(({ unreadCount }) => unreadCount)).toEqual([2]);

  expect(runPass({ messageDays: 7 }, NOON).hasDroppedMessages).toBe(true);
  expect((await inbox.messages()).map(({ text }) => text)).toEqual(["Still here"]);
  for (const table of ["reactions", "message_edits"]) expect(count(table), table).toBe(0);
  expect(await inbox.search("Zebra")).toEqual([]);
  expect((await inbox.conversations()).map(({ preview, unreadCount }) => [preview, unreadCount])).toEqual([
    ["Still here", 1],
  ]);
  expect(runPass({ messageDays: 7 }, NOON).hasDroppedMessages).toBe(false);
});

test("a conversation goes with its last message, and its Page counts it no more", async () => {
  await inbox.receive(notification(aMessage({ text: "Zebra" })), notification(aReaction({ mid: "m_never_came" })));
  await inbox.receive(notification(aMessage({ psid: BEN, mid: "m_ben", text: "Ben", atMs: NOON + 9 * DAY })));
  const unread = () => inbox.db.$client.prepare("SELECT unread_conversations AS n FROM pages").get();
  expect(unread()).toEqual({ n: 2 });
  runPass({ messageDays: 7 }, NOON + 10 * DAY);
  expect((await inbox.conversations()).map(({ psid }) => psid)).toEqual([BEN]);
  expect(unread()).toEqual({ n: 1 });
  expect(count("reactions")).toBe(0);
  await inbox.receive(notification(aMessage({ mid: "m_again", text: "Me again", atMs: NOON + 11 * DAY })));
  expect((await inbox.conversations())[0]).toMatchObject({ psid: ANA, preview: "Me again", unreadCount: 1 });
});

test("who agreed to be written to once keeps a conversation, with nothing in it", async () => {
  await inbox.receive(notification(aMessage({ text: "Zebra" })));
  markThreadRead(inbox.db, 1, null);
  const granted = { pageId: PAGE, conversationId: 1, topic: "SALE", token: "zebra-token", grantedMs: NOON };
  inTransaction(inbox.db, () => grantOneTime(inbox.db, granted, [A_KEY], NOON));
  runPass({ messageDays: 7 }, NOON + 10 * DAY);
  expect(await inbox.conversations()).toMatchObject([{ psid: ANA, preview: "", unreadCount: 0, oneTimeTokens: 1 }]);
});

test("a message that failed goes with what it would have sent; one that is on its way stays", async () => {
  await inbox.receive(notification(aMessage()));
  const insert = inbox.db.$client.prepare(
    `INSERT INTO messages (id, conversation_id, page_id, direction, author, kind, text, sent_ms, status)
     VALUES (?, 1, '${PAGE}', 'out', 'desk', 'message', ?, ${NOON}, 'queued')`,
  );
  for (const [id, text] of [
    [50, "Zebra failed"],
    [51, "Zebra waits"],
  ] as const) {
    insert.run(id, text);
    insertIntoOutbox(inbox.db, { messageId: id, conversationId: 1, pageId: PAGE, content: { text } });
  }
  markFailed(inbox.db, 50);
  const refused = { code: 100, subcode: null, type: null, unanswered: null, fbtraceId: null, httpStatus: 400 };
  const about = { atMs: NOON, pageId: PAGE, conversationId: 1, messageId: 50, operation: "send_message" };
  insertDeliveryError(inbox.db, { ...refused, ...about, message: "Zebra said Meta", status: "open", cause: "100" });
  runPass({ messageDays: 7 }, NOON + 10 * DAY);
  expect((await inbox.messages()).map(({ text }) => text)).toEqual(["Zebra waits"]);
  expect(count("outbox WHERE content LIKE '%failed%'")).toBe(0);
  expect(count("delivery_errors WHERE message = '' AND conversation_id IS NULL AND status = 'resolved'")).toBe(1);
  expect((await inbox.conversations()).map(({ preview }) => preview)).toEqual(["Zebra waits"]);
});

test("copies of media go after their days, with their message, and at once when none are to be made", async () => {
  const withPicture = { attachments: [{ type: "image", payload: { url: PICTURE } }] };
  const later = aMessage({ mid: "m_later", atMs: NOON + 9 * DAY });
  await inbox.receive(notification(aMessage({ more: withPicture })), notification(later));
  keepPicture(1, NOON + 9 * DAY);
  keepPicture(null, NOON, `${PICTURE}?page`);
  runPass({ mediaDays: 8 }, NOON + 9 * DAY);
  expect(count("media_files")).toBe(1);
  runPass({ messageDays: 7 }, NOON + 9 * DAY);
  expect(count("media_files")).toBe(0);
  keepPicture(null, NOON);
  runPass({ mediaDays: 0 }, NOON);
  expect(count("media_files")).toBe(0);
});

test("the audit log keeps its days; sessions and invitations a month after they ended", async () => {
  const { $client } = inbox.db;
  recordAudit(inbox.db, { atMs: NOON - 2, userId: null, action: "app.subscribed", target: null });
  recordAudit(inbox.db, { atMs: NOON, userId: null, action: "owner.created", target: null });
  $client.prepare("INSERT INTO users (id, asid, name, role, created_ms) VALUES ('u', 'a', 'Dana', 'owner', 1)").run();
  const month = 30 * DAY;
  const sessions = { userId: "u", createdMs: 1 };
  await createSession(inbox.db, { ...sessions, id: "expired", expiresMs: NOON - 2 });
  await createSession(inbox.db, { ...sessions, id: "ended", expiresMs: NOON + 9 * month });
  await createSession(inbox.db, { ...sessions, id: "lives", expiresMs: NOON + 9 * month });
  $client.prepare("UPDATE sessions SET revoked_ms = ? WHERE id = 'ended'").run(NOON - 2);
  const invite = $client.prepare(
    `INSERT INTO invitations (id, token_hash, note, role, has_all_pages, page_ids, created_ms, expires_ms)
     VALUES (?, ?, 'For Ben', 'agent', 1, '[]', 1, ?)`,
  );
  invite.run("over", "1", NOON - 2);
  invite.run("valid", "2", NOON + month);
  runPass({ auditDays: 30 }, NOON - 1 + month);
  const ids = (table: string, column: string) => $client.prepare(`SELECT ${column} FROM ${table}`).pluck().all();
  expect(ids("audit_log", "action")).toEqual(["owner.created"]);
  expect(ids("sessions", "id")).toEqual(["lives"]);
  expect(ids("invitations", "id")).toEqual(["valid"]);
});

test("with everything kept, nothing goes", async () => {
  await inbox.receive(notification(aMessage()), notification(anEcho()));
  recordAudit(inbox.db, { atMs: NOON, userId: null, action: "app.subscribed", target: null });
  runPass({}, NOON + 3000 * DAY);
  expect([count("notifications"), count("messages"), count("audit_log")]).toEqual([2, 2, 1]);
});
