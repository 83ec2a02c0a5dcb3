import { beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/transaction";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { Changes } from "@/lib/inbox/changes";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { NOON } from "@/tests/support/build-notification";
import { DAY, outboxUnderTest } from "@/tests/support/outbox-under-test";
import { cancelMessage } from "./cancel-message";
import { toSendFailure } from "./outbox-failure";
import { recordOutcome } from "./record-outcome";
import { requeueMessage } from "./retry-message";
import { settleByPerson } from "./settle-by-person";
import { whyNotRetry } from "./why-not-retry";

const AT = NOON + 10;
let desk: ReturnType<typeof outboxUnderTest>;
let conversation: number;
beforeEach(() => {
  desk = outboxUnderTest();
  conversation = desk.aConversation();
});

const refusal = (code: number, subcode?: number) =>
  new GraphError({ message: "no", code, error_subcode: subcode }, { httpStatus: 400, usage: {} });
const LOST = new GraphUnavailableError("broken", { mayHaveArrived: true });

/** Sends a message, and that fails. @returns its id */
function failing(error: unknown, content: OutgoingContent = { text: "Hi" }): number {
  const id = desk.say(conversation, content);
  const claim = desk.claim(id);
  if (!claim) throw new Error("There was nothing to send.");
  const outcome = { claim, sendFailure: toSendFailure(error), retryInMs: null, lookupInMs: 10_000 };
  inTransaction(desk.db, () => recordOutcome(desk.db, outcome, new Changes(), AT));
  return id;
}
const retry = (nowMs = AT) => {
  const error = desk.errors().at(-1);
  return inTransaction(desk.db, () => requeueMessage(desk.db, error?.id ?? 0, new Changes(), nowMs));
};

describe("a message that failed", () => {
  const RETRYABLE: [what: string, error: unknown][] = [
    ["not for certain", LOST],
    ["for a passing trouble", refusal(2)],
    ["over a limit", refusal(613)],
    ["for a reason nobody knows", refusal(98765)],
  ];
  test.each(RETRYABLE)("%s can be sent again: it waits as if it were new", (_, error) => {
    const id = failing(error);
    expect(whyNotRetry(desk.db, id, AT)).toBeNull();
    expect(retry()).toBe(id);
    expect(desk.queued(id)).toEqual({ state: "waiting", attempts: 0, notBeforeMs: null, nextLookupMs: null });
    expect(desk.message(id)).toMatchObject({ status: "queued" });
    expect(desk.errors()).toMatchObject([{ status: "retried" }]);
    expect(desk.claim(id)).toMatchObject({ attempts: 1, content: { text: "Hi" } });
  });

  const CLOSED: [what: string, error: unknown][] = [
    ["because the window was closed", refusal(10, 2018278)],
    ["because Meta did not know the person", refusal(100, 2018001)],
    ["because of too many late answers to the person", refusal(613, 2018338)],
  ];
  test.each(CLOSED)("%s can be sent again only when something has changed", (_, error) => {
    const id = failing(error);
    expect(whyNotRetry(desk.db, id, AT)).not.toBeNull();
    expect(() => retry()).toThrow(expect.objectContaining({ code: "retry_impossible" }));
    expect(desk.queued(id)).toMatchObject({ state: "failed" });
    desk.set("conversations", "last_inbound_ms", AT + 1);
    expect(whyNotRetry(desk.db, id, AT + 2)).toBeNull();
  });

  test("by one way can be sent again by another", () => {
    const id = failing(refusal(10, 2018278));
    expect(whyNotRetry(desk.db, id, NOON + DAY - 1)).not.toBeNull();
    expect(whyNotRetry(desk.db, id, NOON + DAY)).toBeNull();
    expect(whyNotRetry(desk.db, id, NOON + 7 * DAY + 1)).toContain("7 days");
  });

  const IN_THE_WAY: [what: string, meanwhile: () => void, reason: RegExp][] = [
    ["the Page was unlinked", () => desk.set("pages", "linked_ms", null), /not linked/],
    ["its token has died", () => desk.set("pages", "token_status", "invalid"), /access has ended/],
    ["another app answers", () => desk.set("conversations", "standby_ms", AT), /Another app/],
    ["its content is gone", () => desk.db.$client.exec("DELETE FROM outbox"), /Write it again/],
    ["it has gone out", () => desk.set("messages", "status", "delivered"), /has been sent/],
    ["it is on its way", () => desk.set("messages", "status", "queued"), /on its way/],
    ["the person was erased", () => desk.set("conversations", "psid", "erased:1"), /Write it again/],
    ["it is gone", () => desk.db.$client.exec("DELETE FROM messages"), /not here any more/],
  ];
  test.each(IN_THE_WAY)("is not sent again when %s", (_, meanwhile, reason) => {
    const id = failing(refusal(2));
    meanwhile();
    expect(whyNotRetry(desk.db, id, AT)).toMatch(reason);
    expect(() => retry()).toThrow();
  });

  test("with a file is sent again only while Meta keeps it, on this channel", () => {
    const attachmentId = desk.upload("messenger");
    const id = failing(refusal(2), { attachment: { type: "image", attachmentId } });
    expect(whyNotRetry(desk.db, id, AT)).toBeNull();
    desk.db.$client.exec("UPDATE uploads SET channel = 'instagram'");
    expect(whyNotRetry(desk.db, id, AT)).toContain("Attach it again");
    desk.db.$client.exec("UPDATE uploads SET channel = 'messenger', expires_ms = 1");
    expect(whyNotRetry(desk.db, id, AT)).toContain("Attach it again");
  });
});

describe("a message that spends a one-time notification", () => {
  test("takes it again, unless somebody else has", () => {
    const oneTimeId = desk.agree(conversation);
    const id = failing(refusal(2), { text: "Back", oneTimeId });
    expect(desk.oneTime()).toMatchObject({ state: "granted" });
    retry();
    expect(desk.oneTime()).toMatchObject({ state: "spent", messageId: id });
    cancelMessage(desk.db, id);
    const other = desk.say(conversation, { text: "Mine", oneTimeId });
    expect(whyNotRetry(desk.db, id, AT)).not.toBeNull();
    expect(() => retry()).toThrow(expect.objectContaining({ code: "retry_impossible" }));
    expect(desk.oneTime()).toMatchObject({ state: "spent", messageId: other });
  });

  test("keeps it while nobody knows what became of it", () => {
    const oneTimeId = desk.agree(conversation);
    const id = failing(LOST, { text: "Back", oneTimeId });
    expect(whyNotRetry(desk.db, id, AT)).toBeNull();
    retry();
    expect(desk.oneTime()).toMatchObject({ state: "spent", messageId: id });
    expect(desk.claim(id)).toMatchObject({ way: "one_time" });
  });
});

test("a message that is taken back gives back what it held, and is gone", () => {
  const id = desk.say(conversation, { text: "Hi" });
  expect(cancelMessage(desk.db, id).content).toEqual({ text: "Hi" });
  expect(desk.message(id)).toBeUndefined();
});

describe("cancelled after it was queued again, it is as before:", () => {
  test.each([
    ["failed", refusal(2)],
    ["unconfirmed", LOST],
  ])("%s", (status, error) => {
    const id = failing(error);
    retry();
    expect(cancelMessage(desk.db, id).content).toBeNull();
    expect(desk.message(id)).toMatchObject({ status });
    expect(desk.queued(id)).toMatchObject({ state: status });
    expect(desk.errors()).toMatchObject([{ status: "open" }]);
    expect(desk.claim(id)).toBeNull();
  });
});

describe("of an unconfirmed message a person says", () => {
  test("that it is there: it was sent, and its token is spent for good", () => {
    const id = failing(LOST, { text: "Back", oneTimeId: desk.agree(conversation) });
    settleByPerson(desk.db, id, "sent", AT);
    expect(desk.message(id)).toMatchObject({ status: "sent" });
    expect(desk.queued(id)).toBeUndefined();
    expect(desk.oneTime()).toMatchObject({ state: "spent" });
    expect(desk.errors()).toMatchObject([{ status: "resolved" }]);
    expect(() => settleByPerson(desk.db, id, "not_sent", AT)).toThrow(
      expect.objectContaining({ code: "message_state" }),
    );
  });

  test("that it is not: it failed, can be sent again, and its token can be used", () => {
    const id = failing(LOST, { text: "Back", oneTimeId: desk.agree(conversation) });
    settleByPerson(desk.db, id, "not_sent", AT);
    expect(desk.message(id)).toMatchObject({ status: "failed", unanswered: "not_found" });
    expect(desk.oneTime()).toMatchObject({ state: "granted" });
    expect(whyNotRetry(desk.db, id, AT)).toBeNull();
  });
});

describe("before it goes the rules are asked again:", () => {
  test("what waited past its day goes with the tag, past its week not at all", () => {
    const [first, second] = [desk.say(conversation, { text: "A" }), desk.say(conversation, { text: "B" })];
    expect(desk.claim(first, NOON + DAY)).toMatchObject({ way: "human_agent" });
    expect(desk.message(first)).toMatchObject({ status: "sending", way: "human_agent" });
    expect(desk.claim(second, NOON + 7 * DAY + 1)).toBeNull();
    expect(desk.message(second)).toMatchObject({ status: "failed", unanswered: "refused" });
    expect(desk.queued(second)).toMatchObject({ state: "failed", attempts: 0 });
  });

  test.each([
    ["was unlinked", () => desk.set("pages", "linked_ms", null), "not_sent"],
    ["lost its token", () => desk.set("pages", "token_status", "invalid"), "not_tried"],
  ])("a Page that %s sends nothing", (_, meanwhile, unanswered) => {
    const id = desk.say(conversation, { text: "Hi" });
    meanwhile();
    expect(desk.claim(id)).toBeNull();
    expect(desk.message(id)).toMatchObject({ status: "failed", unanswered });
  });

  test("what has gone out, or is under way, is not taken again", () => {
    const [first, second] = [desk.say(conversation, { text: "A" }), desk.say(conversation, { text: "B" })];
    desk.claim(first);
    expect(desk.claim(first)).toBeNull();
    desk.db.$client.prepare("UPDATE messages SET mid = 'm_2', status = 'sent' WHERE id = ?").run(second);
    expect(desk.claim(second)).toBeNull();
    expect(desk.queued(second)).toBeUndefined();
  });
});
