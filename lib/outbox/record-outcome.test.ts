import { beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/transaction";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { NOON } from "@/tests/support/build-notification";
import { DAY, outboxUnderTest } from "@/tests/support/outbox-under-test";
import type { Claim } from "./claim-message";
import { toSendFailure } from "./outbox-failure";
import { recordOutcome } from "./record-outcome";

log.level = "silent";
const AT = NOON + 10;
let desk: ReturnType<typeof outboxUnderTest>;
beforeEach(() => {
  desk = outboxUnderTest();
});

const refusal = (code: number, subcode?: number, more: object = {}) =>
  new GraphError({ message: "no", code, error_subcode: subcode, ...more }, { httpStatus: 400, usage: {} });

/** The message's request ends so. @returns when it is tried again */
function failed(claim: Claim | null, error: unknown, retryInMs: number | null = 500): number | null {
  if (!claim) throw new Error("There was nothing to send.");
  const outcome = { claim, sendFailure: toSendFailure(error), retryInMs, lookupInMs: 10_000 };
  return inTransaction(desk.db, () => recordOutcome(desk.db, outcome, new Changes(), AT));
}
function sent(claim: Claim | null, mid = "m_1"): void {
  if (!claim) throw new Error("There was nothing to send.");
  inTransaction(desk.db, () => recordOutcome(desk.db, { claim, mid }, new Changes(), AT));
}

const GIVEN_UP: [what: string, error: unknown, cause: string][] = [
  ["the window is closed", refusal(10, 2018278), "10/2018278"],
  ["another app holds the thread", refusal(10, 2018300), "10/2018300"],
  ["the person is not available", refusal(551, 1545041), "551/1545041"],
  ["the token is dead, even if Meta calls that transient", refusal(190, 463, { is_transient: true }), "190/463"],
  ["a dead tag", refusal(100), "100"],
  ["the Page is restricted", refusal(10, 1893063), "10/1893063"],
  ["a limit of one person", refusal(9, 2018352), "9/2018352"],
];
test.each(GIVEN_UP)("has failed at once: %s; what it would send is kept", (_, error, cause) => {
  const id = desk.say(desk.aConversation(), { text: "Hi" });
  expect(failed(desk.claim(id), error)).toBeNull();
  expect(desk.message(id)).toMatchObject({ status: "failed", cause, mid: null, unanswered: null });
  expect(desk.queued(id)).toMatchObject({ state: "failed", notBeforeMs: null, nextLookupMs: null });
});

const NOT_NOW: [what: string, error: unknown, attempts: number][] = [
  ["a code that passes", refusal(2), 1],
  ["an unknown error", refusal(1), 1],
  ["a code that Meta calls transient", refusal(100, undefined, { is_transient: true }), 1],
  ["no connection", new GraphUnavailableError("refused", { mayHaveArrived: false }), 1],
  ["too many calls", refusal(613), 0],
  ["too many calls to the Page", refusal(80006), 0],
  ["too many calls of the app", refusal(4), 0],
];
test.each(NOT_NOW)("waits to be tried again: %s", (_, error, attempts) => {
  const id = desk.say(desk.aConversation(), { text: "Hi" });
  expect(failed(desk.claim(id), error, 500)).toBe(AT + 500);
  expect(desk.queued(id)).toMatchObject({ state: "waiting", attempts, notBeforeMs: AT + 500 });
  expect(desk.message(id)).toMatchObject({ status: "queued", cause: null });
  expect(desk.errors()).toEqual([]);
});

test.each(NOT_NOW)("has failed when that was enough: %s", (_, error) => {
  const id = desk.say(desk.aConversation(), { text: "Hi" });
  expect(failed(desk.claim(id), error, null)).toBeNull();
  expect(desk.message(id)).toMatchObject({ status: "failed" });
  expect(desk.errors()).toHaveLength(1);
});

test.each([
  ["the answer was lost", new GraphUnavailableError("broken", { mayHaveArrived: true }), "unknown_outcome"],
  ["Meta said no, and may have sent it all the same", refusal(1, 1357046), null],
  ["a fault of ours", new Error("oops"), "unknown_outcome"],
])("nobody knows: %s; it is looked up, and never tried again by itself", (_, error, unanswered) => {
  const id = desk.say(desk.aConversation(), { text: "Hi" });
  expect(failed(desk.claim(id), error, 500)).toBeNull();
  expect(desk.message(id)).toMatchObject({ status: "unconfirmed", unanswered });
  expect(desk.queued(id)).toMatchObject({ state: "unconfirmed", nextLookupMs: AT + 10_000 });
});

test("whatever went wrong with the answer: its echo came first, so it went out", () => {
  for (const error of [
    refusal(2),
    refusal(10, 2018278),
    new GraphUnavailableError("broken", { mayHaveArrived: true }),
  ]) {
    const id = desk.say(desk.aConversation(), { text: "Hi" });
    const claim = desk.claim(id);
    desk.db.$client.prepare("UPDATE messages SET mid = ?, status = 'delivered' WHERE id = ?").run(`m_${id}`, id);
    expect(failed(claim, error)).toBeNull();
    expect(desk.message(id)).toMatchObject({ status: "delivered", cause: null });
    expect(desk.queued(id)).toBeUndefined();
  }
});

describe("what it shows of the Page", () => {
  const request: OutgoingContent = { template: { type: "one_time_notif_req", title: "Tell me", topic: "RESTOCK" } };
  const LATE = NOON + 2 * DAY;
  type Learnt = { humanAgent: string; oneTime: string };
  const nothing: Learnt = { humanAgent: "unknown", oneTime: "unknown" };
  const CASES: [what: string, content: OutgoingContent | "one_time", atMs: number, taken: Learnt, refused: Learnt][] = [
    ["an answer", { text: "Hi" }, AT, nothing, nothing],
    [
      "an answer with the tag",
      { text: "Hi" },
      LATE,
      { ...nothing, humanAgent: "yes" },
      { ...nothing, humanAgent: "no" },
    ],
    ["a one-time notification", "one_time", LATE, { ...nothing, oneTime: "yes" }, { ...nothing, oneTime: "no" }],
    ["a request for one", request, AT, { ...nothing, oneTime: "yes" }, { ...nothing, oneTime: "no" }],
    ["a request for one with the tag", request, LATE, { humanAgent: "yes", oneTime: "yes" }, nothing],
  ];
  describe.each(CASES)("%s", (_, given, atMs, taken, refused) => {
    let claim: Claim | null;
    beforeEach(() => {
      const conversation = desk.aConversation();
      const content = given === "one_time" ? { text: "Back", oneTimeId: desk.agree(conversation) } : given;
      claim = desk.claim(desk.say(conversation, content, atMs), atMs);
    });
    test("taken", () => {
      sent(claim);
      expect(desk.capabilities()).toEqual(taken);
    });
    test("refused with a missing permission (10)", () => {
      failed(claim, refusal(10));
      expect(desk.capabilities()).toEqual(refused);
    });
    test("refused for anything else", () => {
      failed(claim, refusal(10, 2018278));
      expect(desk.capabilities()).toEqual(nothing);
    });
  });
});

test("a one-time notification can be used again when its message failed, and not while that is unknown", () => {
  const conversation = desk.aConversation();
  const oneTimeId = desk.agree(conversation);
  const first = desk.say(conversation, { text: "Back", oneTimeId });
  failed(desk.claim(first), refusal(2), 500);
  expect(desk.oneTime()).toMatchObject({ state: "spent" });
  failed(desk.claim(first, AT + 500), refusal(551));
  expect(desk.oneTime()).toMatchObject({ state: "granted", messageId: null });
  const second = desk.say(conversation, { text: "Back", oneTimeId });
  failed(desk.claim(second), new GraphUnavailableError("broken", { mayHaveArrived: true }));
  expect(desk.oneTime()).toMatchObject({ state: "spent", messageId: second });
});

test("a file that Meta does not know any more is forgotten; another refusal keeps it", () => {
  const attachment = { type: "image", attachmentId: desk.upload() } as const;
  const conversation = desk.aConversation();
  failed(desk.claim(desk.say(conversation, { attachment })), refusal(100, 2018109));
  expect(desk.uploads()).toBe(1);
  failed(desk.claim(desk.say(conversation, { attachment })), refusal(100, 2018074));
  expect(desk.uploads()).toBe(0);
});
