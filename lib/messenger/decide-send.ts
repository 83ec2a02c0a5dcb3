import { HUMAN_AGENT_WINDOW_MS, toWindow, type WindowFacts } from "./messaging-window";

/** Whether Meta lets a Page do something beyond replies; `unknown` until it was taken or refused once. */
export type Capability = "unknown" | "yes" | "no";

export type SendFacts = WindowFacts & {
  /** Another app or inbox answers the person at the moment. */
  isStandby: boolean;
  capabilities: { humanAgent: Capability; oneTime: Capability; utility: Capability };
  /** One-time notifications the person agreed to that can still be used. */
  oneTimeTokens: number;
  author: "person" | "automation";
};

/** What is to be sent: anything, an approved utility template, or something that spends a one-time notification. */
export type SendPurpose = "message" | "utility" | "one_time";

export type SendWay = "response" | "human_agent" | "utility" | "one_time";

export type RefusalCode =
  | "window_closed"
  | "never_wrote"
  | "human_agent_over"
  | "human_agent_missing"
  | "automation"
  | "utility_missing"
  | "one_time_missing"
  | "not_on_channel"
  | "held_elsewhere";

/** `untilMs` (Unix ms) and `leftMs`: how long that way stays open; null when it does not end. */
export type SendDecision =
  | { way: SendWay; untilMs: number | null; leftMs: number | null; reason: string }
  | {
      way: "refused";
      code: RefusalCode;
      untilMs: null;
      leftMs: null;
      reason: string;
      alternatives: ("utility" | "one_time")[];
    };

const REASONS: Readonly<Record<RefusalCode, string>> = {
  window_closed: "More than 24 hours have passed since the person last wrote, so the Page has to wait for them.",
  never_wrote: "The person has not written to this Page yet, and a Page may only answer.",
  human_agent_over: "More than 7 days have passed since the person last wrote, so even a person may no longer answer.",
  human_agent_missing:
    "More than 24 hours have passed since the person last wrote, and Meta has not approved the Human Agent feature.",
  automation: "More than 24 hours have passed since the person last wrote; from then on only a person may answer.",
  utility_missing:
    "The token of this Page lacks the permission page_utility_messaging, so it cannot send utility templates.",
  one_time_missing: "There is no one-time notification of this person left to use.",
  not_on_channel: "Instagram has neither utility templates nor one-time notifications.",
  held_elsewhere: "Another app or inbox answers this person at the moment. Take the conversation over to answer here.",
};
const ONE_TIME_OFF = "Meta does not let this Page send one-time notifications.";

/**
 * Which way a message may go out now, or why it may not (Meta docs: Send API, messaging window; message tags; utility
 * messages; one-time notification). Pure: the same facts and clock (Unix ms) give the same answer on server and screen.
 *
 * The window is `toWindow`'s. From the millisecond it closes until 7 days after the person's last action, that one
 * included, a person may answer with the Human Agent tag, when Meta has approved the app for it; that is the only tag
 * there is here, because Meta refuses the others or keeps them for templates the desk does not have. Templates and one-time
 * notifications do not depend on the window, and do not exist on Instagram.
 */
export function decideSend(facts: SendFacts, purpose: SendPurpose, nowMs: number): SendDecision {
  if (facts.isStandby) return { ...refuse("held_elsewhere", facts), alternatives: [] };
  if (purpose === "message") return decideMessage(facts, nowMs);
  if (facts.channel === "instagram") return refuse("not_on_channel", facts);
  return purpose === "utility" ? decideUtility(facts) : decideOneTime(facts);
}

function decideMessage(facts: SendFacts, nowMs: number): SendDecision {
  const { isOpen, closesAt } = toWindow(facts, nowMs);
  if (isOpen && closesAt !== null) {
    const reason = "The person wrote or acted a short while ago, so the Page can answer freely.";
    return { way: "response", untilMs: closesAt, leftMs: closesAt - nowMs, reason };
  }
  const { lastInboundMs, author, capabilities } = facts;
  if (lastInboundMs === null) return refuse(closesAt === null ? "never_wrote" : "window_closed", facts);
  const untilMs = lastInboundMs + HUMAN_AGENT_WINDOW_MS;
  if (author === "automation") return refuse(nowMs <= untilMs ? "automation" : "window_closed", facts);
  if (nowMs > untilMs) return refuse(capabilities.humanAgent === "no" ? "window_closed" : "human_agent_over", facts);
  if (capabilities.humanAgent === "no") return refuse("human_agent_missing", facts);
  const reason =
    capabilities.humanAgent === "yes"
      ? "More than 24 hours have passed; a person may still answer for 7 days, but not with promotions."
      : "More than 24 hours have passed; a person may still answer for 7 days if Meta has approved the app for Human Agent.";
  return { way: "human_agent", untilMs, leftMs: untilMs - nowMs, reason };
}

function decideUtility(facts: SendFacts): SendDecision {
  if (facts.capabilities.utility === "no") return refuse("utility_missing", facts);
  return {
    way: "utility",
    untilMs: null,
    leftMs: null,
    reason: "An approved utility template may be sent at any time.",
  };
}

function decideOneTime(facts: SendFacts): SendDecision {
  if (facts.capabilities.oneTime === "no") return { ...refuse("one_time_missing", facts), reason: ONE_TIME_OFF };
  if (facts.oneTimeTokens < 1) return refuse("one_time_missing", facts);
  const reason = "The person agreed to one message about this, which may be sent at any time.";
  return { way: "one_time", untilMs: null, leftMs: null, reason };
}

function refuse(code: RefusalCode, facts: SendFacts): Extract<SendDecision, { way: "refused" }> {
  return {
    way: "refused",
    code,
    untilMs: null,
    leftMs: null,
    reason: REASONS[code],
    alternatives: toAlternatives(facts),
  };
}

/** What can still be sent when a free message cannot. */
function toAlternatives({ channel, capabilities, oneTimeTokens }: SendFacts): ("utility" | "one_time")[] {
  if (channel === "instagram") return [];
  const alternatives: ("utility" | "one_time")[] = [];
  if (capabilities.utility !== "no") alternatives.push("utility");
  if (capabilities.oneTime !== "no" && oneTimeTokens > 0) alternatives.push("one_time");
  return alternatives;
}
