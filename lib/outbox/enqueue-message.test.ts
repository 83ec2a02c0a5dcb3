import { beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/transaction";
import type { GraphClient } from "@/lib/graph/graph-client";
import { Changes } from "@/lib/inbox/changes";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { NOON, PAGE } from "@/tests/support/build-notification";
import { DAY, outboxUnderTest } from "@/tests/support/outbox-under-test";
import { enqueueMessage } from "./enqueue-message";
import { recordOutcome } from "./record-outcome";
import { toOutgoingContent } from "./to-outgoing-content";

let desk: ReturnType<typeof outboxUnderTest>;
let conversation: number;
beforeEach(() => {
  desk = outboxUnderTest();
  conversation = desk.aConversation();
});

const send = (content: OutgoingContent, { clientId = "c1", to = conversation, nowMs = NOON + 1 } = {}) =>
  enqueueMessage(desk.db, { conversationId: to, clientId, content, userId: "u" }, nowMs);
const count = (table: "messages" | "outbox") => desk.db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
/** A message with this mid is in a conversation. */
function aMid(mid: string, conversationId = conversation): string {
  const claim = desk.claim(desk.say(conversationId, { text: mid }));
  if (!claim) throw new Error("There was nothing to send.");
  inTransaction(desk.db, () => recordOutcome(desk.db, { claim, mid }, new Changes(), NOON));
  return mid;
}

test("is a row before it is a request, with what it will send", () => {
  const content: OutgoingContent = { text: "Hi", quickReplies: [{ type: "text", title: "Red", payload: "RED" }] };
  const { messageId, changes } = send(content);
  expect(desk.message(messageId)).toMatchObject({ status: "queued", mid: null, way: null });
  expect(desk.queued(messageId)).toMatchObject({ state: "waiting", attempts: 0 });
  expect(desk.claim(messageId)).toMatchObject({ content, attempts: 1, way: "response" });
  expect([[...changes.createdMessages], [...changes.conversations]]).toEqual([[messageId], [conversation]]);
});

test("the same clientId is the same message, whatever has become of it, and whatever may go out by now", () => {
  const { messageId } = send({ text: "Hi" });
  desk.claim(messageId);
  const again = send({ text: "Something else" }, { nowMs: NOON + 30 * DAY });
  expect(again.messageId).toBe(messageId);
  expect(again.changes.createdMessages.size).toBe(0);
  expect([count("messages"), count("outbox")]).toEqual([1, 1]);
  expect(send({ text: "Hi" }, { to: desk.aConversation() }).messageId).not.toBe(messageId);
});

test("every message has a key of its own", () => {
  const keys = ["a", "b", "c"].map((clientId) => desk.claim(send({ text: "Hi" }, { clientId }).messageId)?.sendKey);
  expect(new Set(keys).size).toBe(3);
  for (const key of keys) expect(key).toMatch(/^pagedesk:[0-9a-f-]{36}$/);
});

const text: OutgoingContent = { text: "Hi" };
type Refusal = { code: string; fields?: { path: string }[] };
const REFUSED: [what: string, run: () => unknown, refusal: Refusal][] = [
  ["an unknown conversation", () => send(text, { to: 999 }), { code: "not_found" }],
  [
    "a person who is erased",
    () => {
      desk.set("conversations", "psid", "erased:1");
      send(text);
    },
    { code: "not_found" },
  ],
  ["more than a week later", () => send(text, { nowMs: NOON + 7 * DAY + 1 }), { code: "send_refused" }],
  [
    "a person who never wrote",
    () => send(text, { to: desk.aConversation({ wroteMs: null }) }),
    { code: "send_refused" },
  ],
  [
    "a thread that another app holds",
    () => {
      desk.set("conversations", "standby_ms", NOON);
      send(text);
    },
    { code: "thread_held_elsewhere" },
  ],
  [
    "what Instagram does not take",
    () => send({ text: "ä".repeat(501) }, { to: desk.aConversation({ channel: "instagram" }) }),
    { code: "invalid_input", fields: [{ path: "text" }] },
  ],
  [
    "a quote of another conversation's",
    () => send({ ...text, replyToMid: aMid("m_1", desk.aConversation()) }),
    { code: "invalid_input", fields: [{ path: "replyToMid" }] },
  ],
  [
    "a quote that Meta does not take any more",
    () => send({ ...text, replyToMid: aMid("m_1") }, { nowMs: NOON + DAY }),
    { code: "send_refused" },
  ],
  ["a one-time notification nobody gave", () => send({ ...text, oneTimeId: "1" }), { code: "send_refused" }],
  [
    "another person's one-time notification",
    () => {
      const theirs = desk.agree(desk.aConversation(), "1");
      desk.agree(conversation, "2");
      send({ ...text, oneTimeId: theirs });
    },
    { code: "one_time_spent" },
  ],
];
test.each(REFUSED)("%s is refused, and nothing of it is kept", (_, run, refusal) => {
  const { fields, ...more } = refusal;
  const named = fields?.map((field) => expect.objectContaining(field));
  expect(run).toThrow(expect.objectContaining(named === undefined ? more : { ...more, fields: named }));
  const kept = "SELECT (SELECT count(*) FROM messages WHERE client_id = 'c1') + (SELECT count(*) FROM outbox)";
  expect(desk.db.$client.prepare(kept).pluck().get()).toBe(0);
});

test("a quote of the conversation's own is taken", () => {
  const { messageId } = send({ ...text, replyToMid: aMid("m_1") });
  expect(desk.claim(messageId)?.content).toEqual({ ...text, replyToMid: "m_1" });
});

describe("a file that was uploaded", () => {
  const graph = {} as GraphClient;
  const read = (channel: "messenger" | "instagram", attachmentId: string, pageId = PAGE) =>
    toOutgoingContent(desk.db, graph, { pageId, channel }, { attachment: { attachmentId } });

  test("is sent by its id, under its kind and name", async () => {
    const attachmentId = desk.upload("instagram");
    expect(await read("instagram", attachmentId)).toEqual({
      attachment: { type: "image", attachmentId, filename: "a.png" },
    });
  });

  test.each([
    ["another Page", () => read("messenger", desk.upload(), "2")],
    ["another channel", () => read("messenger", desk.upload("instagram"))],
    ["nobody", () => read("messenger", "12345")],
  ])("of %s is refused with its field named", async (_, run) => {
    await expect(run()).rejects.toMatchObject({ code: "invalid_input", fields: [{ path: "attachment.attachmentId" }] });
  });
});
