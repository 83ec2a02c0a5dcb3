import { beforeEach, expect, test, vi } from "vitest";
import { ANA, aMessage, anEcho, aReaction, NOON, notification, PAGE } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { exportPerson } from "./export-person";

vi.mock("@/lib/env", () => ({ getEnv: () => ({ AUTH_SECRET: "a secret of thirty-two bytes or so" }) }));

const BEN = "7000000000000002";
let inbox: Awaited<ReturnType<typeof inboxUnderTest>>;
beforeEach(async () => {
  inbox = await inboxUnderTest();
});

async function exportAll(conversationId = 1) {
  const pieces: string[] = [];
  for await (const piece of exportPerson(inbox.db, conversationId, { userId: "u", nowMs: NOON })) pieces.push(piece);
  return { pieces, file: JSON.parse(pieces.join("")) };
}

test("all that is kept of a person is in it, and nothing of anybody else", async () => {
  await inbox.receive(
    notification(aMessage({ mid: "m_1", text: "Zebra" }), aMessage({ psid: BEN, mid: "m_ben", text: "Tapir" })),
    notification(anEcho({ mid: "m_out", text: "Zebra answer" })),
    notification(aReaction({ mid: "m_out" })),
    notification({ ...aMessage(), message: undefined, message_edit: { mid: "m_1", text: "Zebra!", num_edit: 1 } }),
    notification(aMessage({ psid: BEN, mid: "m_ben2", text: "Tapir" })),
  );
  inbox.db.$client.exec(
    `INSERT INTO uploads (page_id, channel, attachment_id, type, filename, size_bytes, sha256, created_ms, expires_ms)
       VALUES ('${PAGE}', 'messenger', '77', 'file', 'zebra.pdf', 3, 'ab', 1, 2);
     INSERT INTO messages (conversation_id, page_id, direction, author, kind, attachments, sent_ms, status)
       VALUES (1, '${PAGE}', 'out', 'desk', 'message', '[{"type":"file","url":null,"title":"zebra.pdf"}]', ${NOON}, 'sent');
     INSERT INTO one_time_notifications (page_id, conversation_id, topic, state) VALUES ('${PAGE}', 1, 'SALE', 'asked');
     INSERT INTO delivery_errors (at_ms, page_id, conversation_id, operation, message, status)
       VALUES (1, '${PAGE}', 1, 'send_message', 'Refused', 'known')`,
  );
  const { file, pieces } = await exportAll();
  expect(file).toMatchObject({
    format: "pagedesk-person",
    profile: { psid: ANA, pageId: PAGE, pageName: "Harbor Bikes", channel: "messenger" },
    reactions: [{ mid: "m_out", emoji: "❤️" }],
    edits: [{ text: "Zebra" }, { text: "Zebra!" }],
    uploads: [{ filename: "zebra.pdf", attachmentId: "77" }],
    oneTimeNotifications: [{ topic: "SALE" }],
    deliveryErrors: [{ message: "Refused" }],
  });
  expect(file.messages.map(({ text }: { text: string | null }) => text).sort()).toEqual([
    "Zebra answer",
    "Zebra!",
    null,
  ]);
  expect(file.events).toHaveLength(4);
  expect(file.events[0]).toMatchObject({
    event: { outcome: "applied" },
    payload: { sender: { id: ANA }, message: { text: "Zebra" } },
  });
  expect(pieces.join("")).not.toMatch(new RegExp(`Tapir|${BEN}`));
});

test("that it was taken out is in the audit log, without saying of whom", async () => {
  await inbox.receive(notification(aMessage()));
  await exportAll();
  const [line] = inbox.db.$client.prepare("SELECT * FROM audit_log").all();
  expect(line).toMatchObject({ action: "person.exported", user_id: "u", target: "1", page_id: PAGE });
  expect(JSON.stringify(line)).not.toContain(ANA);
});

test("of much there is only a little at a time, in order and whole", async () => {
  const insert = inbox.db.$client.prepare(
    `INSERT INTO messages (conversation_id, page_id, direction, author, kind, text, sent_ms, tie, status)
     VALUES (1, '${PAGE}', 'in', 'customer', 'message', ?, ?, ?, 'received')`,
  );
  await inbox.receive(notification(aMessage({ atMs: NOON - 1 })));
  // Many of one millisecond: the order goes on by what decides among them.
  for (let n = 0; n < 1_000; n += 1) insert.run("x".repeat(200), NOON + Math.floor(n / 90), n);
  const { file, pieces } = await exportAll();
  expect(file.messages).toHaveLength(1_001);
  expect(new Set(file.messages.map(({ id }: { id: string }) => id)).size).toBe(1_001);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(200_000);
  expect(pieces.length).toBeGreaterThan(20);
});

test("of somebody who is not there, or is being erased, nothing comes", async () => {
  await inbox.receive(notification(aMessage()));
  const take = (id: number) => () => exportPerson(inbox.db, id, { userId: "u", nowMs: NOON });
  expect(take(2)).toThrow("There is no such conversation.");
  inbox.db.$client.prepare("UPDATE conversations SET psid = 'erased:1'").run();
  expect(take(1)).toThrow("There is no such conversation.");
});
