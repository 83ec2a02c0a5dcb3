import { expect, test } from "vitest";
import type { SendFacts } from "@/lib/messenger/decide-send";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { NOON } from "@/tests/support/build-notification";
import { DAY } from "@/tests/support/outbox-under-test";
import { decideContent } from "./decide-content";

const FACTS: SendFacts = {
  channel: "messenger",
  lastInboundMs: NOON,
  lastAdMs: null,
  isStandby: false,
  capabilities: { humanAgent: "yes", oneTime: "yes", utility: "yes" },
  oneTimeTokens: 0,
  author: "person",
};
const text: OutgoingContent = { text: "Hi" };
const quote: OutgoingContent = { text: "Hi", replyToMid: "m_1" };
const oneTime: OutgoingContent = { text: "Back", oneTimeId: "3" };
const utility: OutgoingContent = { utility: { name: "ready", language: "en", parameters: [], preview: "Ready." } };
const request: OutgoingContent = { template: { type: "one_time_notif_req", title: "Tell me", topic: "RESTOCK" } };

type Case = [
  what: string,
  content: OutgoingContent,
  more: Partial<SendFacts> & { holds?: boolean },
  afterMs: number,
  way: string,
];
const CASES: Case[] = [
  ["an answer in time", text, {}, 0, "response"],
  ["an answer a day later", text, {}, DAY, "human_agent"],
  ["an answer after a week", text, {}, 7 * DAY + 1, "refused"],
  ["a utility template after a month", utility, {}, 30 * DAY, "utility"],
  ["a request for a one-time notification in time", request, {}, 0, "response"],
  ["one of a person who agreed", oneTime, { oneTimeTokens: 1 }, 30 * DAY, "one_time"],
  ["one of a person who did not", oneTime, {}, 30 * DAY, "refused"],
  ["the last one, which it holds already", oneTime, { holds: true }, 30 * DAY, "one_time"],
  [
    "the last one, after the Page lost the feature",
    oneTime,
    { holds: true, capabilities: { ...FACTS.capabilities, oneTime: "no" } },
    0,
    "refused",
  ],
  ["an answer that holds none", text, { holds: true }, 8 * DAY, "refused"],
  ["a quote to the millisecond", quote, {}, DAY - 1, "response"],
  ["a quote a day later, where an answer may go", quote, {}, DAY, "refused"],
  ["a quote a day later, where an ad keeps the window open", quote, { lastAdMs: NOON }, DAY, "refused"],
  ["an answer a day later, where an ad keeps the window open", text, { lastAdMs: NOON }, DAY, "response"],
  ["a quote for somebody who never wrote", { ...utility, replyToMid: "m_1" }, { lastInboundMs: null }, 0, "refused"],
  ["anything while another app answers", utility, { isStandby: true }, 0, "refused"],
];

test.each(CASES)("%s", (_, content, { holds = false, ...more }, afterMs, way) => {
  const decision = decideContent({ ...FACTS, ...more }, content, { holdsOneTime: holds, nowMs: NOON + afterMs });
  expect(decision.way).toBe(way);
});

test("says that it is the quote, where it is", () => {
  const { reason } = decideContent(FACTS, quote, { holdsOneTime: false, nowMs: NOON + DAY });
  expect(reason).toContain("quotes only within 24 hours");
});
