import { beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/transaction";
import { GraphError } from "@/lib/graph/graph-error";
import { Changes } from "@/lib/inbox/changes";
import { markAsked } from "@/lib/one-time/one-time-queries";
import { claimMessage } from "@/lib/outbox/claim-message";
import { enqueueMessage } from "@/lib/outbox/enqueue-message";
import { toSendFailure } from "@/lib/outbox/outbox-failure";
import { recordOutcome } from "@/lib/outbox/record-outcome";
import { aMessage, anEcho, aReaction, NOON, notification, PAGE } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { findMessage } from "./message-list-queries";

let inbox: Awaited<ReturnType<typeof inboxUnderTest>>;
beforeEach(async () => {
  inbox = await inboxUnderTest();
  await inbox.receive(notification(aMessage()));
});

const AT = NOON + 1000;

/** A reply that Meta refused. @returns its id */
function refused(code: number, subcode: number | undefined, retryInMs: number | null = null): number {
  const { db } = inbox;
  const reply = { conversationId: 1, clientId: "c1", content: { text: "Hi" }, userId: "u1" };
  const { messageId } = enqueueMessage(db, reply, AT);
  inTransaction(db, () => {
    const claim = claimMessage(db, messageId, new Changes(), AT);
    if (!claim) throw new Error("There was nothing to send.");
    const error = new GraphError({ message: "no", code, error_subcode: subcode }, { httpStatus: 400, usage: {} });
    const outcome = { claim, sendFailure: toSendFailure(error), retryInMs, lookupInMs: 1 };
    recordOutcome(db, outcome, new Changes(), AT);
  });
  return messageId;
}

describe("whether a message that failed can be tried again", () => {
  const mayRetry = async (id: number) => (await findMessage(inbox.db, id, AT + 10))?.error?.retryable;
  const told = (id: number) => inbox.published.some(({ updatedMessages }) => updatedMessages.has(id));

  test.each([
    ["the window was closed", 10, 2018278, notification(aMessage({ mid: "m_2", atMs: AT + 5 }))],
    ["Meta did not know the person", 100, 2018001, notification(aMessage({ mid: "m_2", atMs: AT + 5 }))],
    ["the window was closed, and they react", 10, 2018278, notification(aReaction({ mid: "m_0", atMs: AT + 5 }))],
  ])("is told anew once the person writes: %s", async (_, code, subcode, news) => {
    const id = refused(code, subcode);
    expect(await mayRetry(id)).toBe(false);
    inbox.published.length = 0;
    await inbox.receive(news);
    expect(await mayRetry(id)).toBe(true);
    expect(told(id)).toBe(true);
  });

  test("does not change by what is said from here, or by somebody else's message", async () => {
    const id = refused(10, 2018278);
    inbox.published.length = 0;
    const others = notification(aMessage({ mid: "m_2", atMs: AT + 5, psid: "7000000000000002" }));
    await inbox.receive(notification(anEcho({ atMs: AT + 5 })), others);
    expect(await mayRetry(id)).toBe(false);
    expect(told(id)).toBe(false);
  });
});

test("the list says that the newest thing in a conversation is a reply that was not sent", async () => {
  const hasFailed = async () => (await inbox.conversations())[0]?.hasFailed;
  expect(await hasFailed()).toBe(false);
  refused(10, 2018278);
  expect(await hasFailed()).toBe(true);
  await inbox.receive(notification(aMessage({ mid: "m_2", atMs: AT + 5 })));
  expect(await hasFailed()).toBe(false);
});

describe("until when a message waits that Meta refused for now", () => {
  const retryOf = async (id: number, nowMs = AT + 10) => (await findMessage(inbox.db, id, nowMs))?.retry;

  test("because too much was sent", async () => {
    expect(await retryOf(refused(613, undefined, 59_999.3))).toEqual({ at: AT + 60_000, isLimited: true });
  });

  test("also of one behind it: the limit is the Page's", async () => {
    refused(613, undefined, 60_000);
    const reply = { conversationId: 1, clientId: "c2", content: { text: "And?" }, userId: "u1" };
    const { messageId } = enqueueMessage(inbox.db, reply, AT + 5);
    expect(await retryOf(messageId)).toEqual({ at: AT + 60_000, isLimited: true });
    expect(await retryOf(messageId, AT + 60_001)).toBeNull();
  });

  test("because of a passing trouble", async () => {
    expect(await retryOf(refused(2, undefined, 5000))).toEqual({ at: AT + 5000, isLimited: false });
  });

  test("is not said of one that failed", async () => {
    expect(await retryOf(refused(2, undefined))).toBeNull();
  });
});

test("what a person agreed to be told once stands there as they were asked, not as the topic's code", async () => {
  const asked = { pageId: PAGE, conversationId: 1, messageId: 40, topic: "RESTOCK", title: "The blue bike" };
  markAsked(inbox.db, asked, NOON);
  const optin = (payload: string) => ({
    ...aMessage(),
    message: undefined,
    optin: { type: "one_time_notif_req", payload, one_time_notif_token: `77${payload.length}` },
  });
  await inbox.receive(notification(optin("RESTOCK")), notification(optin("ELSEWHERE")));
  const notes = (await inbox.messages()).flatMap(({ note }) => (note?.kind === "optin" ? [note] : []));
  expect(notes).toMatchObject([
    { topic: "RESTOCK", title: "The blue bike" },
    { topic: "ELSEWHERE", title: null },
  ]);
});
