import { beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/transaction";
import { NEWEST_TOLD, type ToldMessage } from "@/lib/graph/conversations";
import { GraphUnavailableError } from "@/lib/graph/graph-error";
import { Changes } from "@/lib/inbox/changes";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { NOON } from "@/tests/support/build-notification";
import { DAY, outboxUnderTest } from "@/tests/support/outbox-under-test";
import { toSendFailure } from "./outbox-failure";
import { recordLookup } from "./record-lookup";
import { recordOutcome } from "./record-outcome";
import { whyNotRetry } from "./why-not-retry";

const SECOND = 1_000;
/** When requests begin. */
const AT = NOON + SECOND;
let desk: ReturnType<typeof outboxUnderTest>;
let conversation: number;
beforeEach(() => {
  desk = outboxUnderTest();
  conversation = desk.aConversation();
});

/** A message whose answer was lost. @returns its id */
function aLost(content: OutgoingContent = { text: "Hi" }): number {
  const id = desk.say(conversation, content);
  const claim = desk.claim(id, AT);
  if (!claim) throw new Error("There was nothing to send.");
  const sendFailure = toSendFailure(new GraphUnavailableError("broken", { mayHaveArrived: true }));
  const outcome = { claim, sendFailure, retryInMs: null, lookupInMs: 10 * SECOND };
  inTransaction(desk.db, () => recordOutcome(desk.db, outcome, new Changes(), AT));
  return id;
}
const told = (mid: string, text: string, createdMs = AT): ToldMessage => ({
  mid,
  text,
  createdMs,
  isFromPerson: false,
  attached: [],
});
/** Meta's conversation is looked at, so long after the attempt. */
const look = (afterMs: number, shown: ToldMessage[] | null) =>
  inTransaction(desk.db, () =>
    recordLookup(desk.db, conversation, shown, { nowMs: AT + afterMs, unitMs: SECOND }, new Changes()),
  );
const nextLook = (id: number) => {
  const at = desk.queued(id)?.nextLookupMs;
  return at == null ? at : at - AT;
};

test("what Meta shows was sent, and its delivery error is over", () => {
  const [one, two] = [aLost({ text: "One" }), aLost({ text: "Two" })];
  look(10 * SECOND, [told("m_2", "Two"), told("m_1", "One")]);
  expect(desk.message(one)).toMatchObject({ status: "sent", mid: "m_1", cause: null });
  expect(desk.message(two)).toMatchObject({ status: "sent", mid: "m_2", cause: null });
  expect([desk.queued(one), desk.queued(two)]).toEqual([undefined, undefined]);
  expect(desk.errors().map(({ status }) => status)).toEqual(["resolved", "resolved"]);
});

test("what is not there is looked for three times, then a person may send it again safely", () => {
  const id = aLost();
  for (const [afterMs, nextMs] of [
    [10, 60],
    [60, 300],
    [300, null],
  ] as const) {
    expect(desk.message(id)).toMatchObject({ status: "unconfirmed", unanswered: "unknown_outcome" });
    look(afterMs * SECOND, []);
    expect(nextLook(id)).toBe(nextMs === null ? null : nextMs * SECOND);
  }
  expect(desk.message(id)).toMatchObject({ status: "unconfirmed", unanswered: "not_found" });
  expect(desk.errors().map(({ status }) => status)).toEqual(["resolved", "open"]);
  expect(whyNotRetry(desk.db, id, AT + 301 * SECOND)).toBeNull();
});

describe("that it is safe is not said", () => {
  const many = Array.from({ length: NEWEST_TOLD }, (_, index) => told(`m_${index}`, `${index}`, AT + 2 * SECOND));
  const CASES: [what: string, content: OutgoingContent, shown: ToldMessage[]][] = [
    ["when Meta does not show enough", { text: "Hi" }, many],
    ["when there are two that it can be", { text: "Hi" }, [told("m_1", "Hi"), told("m_2", "Hi")]],
    ["of cards", { template: { type: "generic", elements: [{ title: "Blue" }] } }, []],
    [
      "when a file there may be it",
      { attachment: { type: "audio", url: "https://a.test/a.mp3" } },
      [{ ...told("m_1", ""), attached: ["video"] }],
    ],
  ];
  test.each(CASES)("%s", (_, content, shown) => {
    const id = aLost(content);
    for (const afterMs of [10, 60, 300]) look(afterMs * SECOND, shown);
    expect(nextLook(id)).toBeNull();
    expect(desk.message(id)).toMatchObject({ status: "unconfirmed", unanswered: "unknown_outcome" });
  });
});

test("a look without an answer is none: it is repeated every minute for a day", () => {
  const id = aLost();
  look(10 * SECOND, null);
  expect(nextLook(id)).toBe(70 * SECOND);
  look(70 * SECOND, null);
  expect(nextLook(id)).toBe(130 * SECOND);
  look(130 * SECOND, []);
  expect(nextLook(id)).toBe(130 * SECOND);
  look(130 * SECOND, null);
  look(DAY + 131 * SECOND, null);
  expect(nextLook(id)).toBeNull();
  expect(desk.message(id)).toMatchObject({ status: "unconfirmed", unanswered: "unknown_outcome" });
});

test("a message that is not due yet is found all the same, and keeps its time when it is not", () => {
  const [one, two] = [aLost({ text: "One" }), aLost({ text: "Two" })];
  look(9 * SECOND, [told("m_1", "One")]);
  expect(desk.message(one)).toMatchObject({ status: "sent" });
  expect(nextLook(two)).toBe(10 * SECOND);
});

test("what is known here as another message is not taken for it", () => {
  const known = desk.say(conversation, { text: "Hi" });
  const claim = desk.claim(known, AT);
  if (!claim) throw new Error("There was nothing to send.");
  inTransaction(desk.db, () => recordOutcome(desk.db, { claim, mid: "m_1" }, new Changes(), AT));
  const id = aLost();
  look(10 * SECOND, [told("m_1", "Hi")]);
  expect(desk.message(id)).toMatchObject({ status: "unconfirmed" });
  look(60 * SECOND, [told("m_2", "Hi"), told("m_1", "Hi")]);
  expect(desk.message(id)).toMatchObject({ status: "sent", mid: "m_2" });
  expect(desk.message(known)).toMatchObject({ mid: "m_1" });
});
