import { decideSend, type SendDecision, type SendFacts, type SendPurpose } from "@/lib/messenger/decide-send";
import { STANDARD_WINDOW_MS } from "@/lib/messenger/messaging-window";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";

const QUOTE_OVER =
  "Facebook takes quotes only within 24 hours after the person wrote last. Write it again without the quote.";

/**
 * `decideSend` for what is to be sent.
 * @param holdsOneTime the message has its one-time notification already, so that one does not count as left any more
 */
export function decideContent(
  facts: SendFacts,
  content: OutgoingContent,
  { holdsOneTime, nowMs }: { holdsOneTime: boolean; nowMs: number },
): SendDecision {
  const purpose = toPurpose(content);
  const oneTimeTokens = facts.oneTimeTokens + (holdsOneTime && purpose === "one_time" ? 1 : 0);
  const decision = decideSend({ ...facts, oneTimeTokens }, purpose, nowMs);
  if (decision.way === "refused" || content.replyToMid === undefined || canQuote(facts, nowMs)) return decision;
  return { way: "refused", code: "window_closed", untilMs: null, leftMs: null, reason: QUOTE_OVER, alternatives: [] };
}

/** (Meta docs: Send API, `reply_to`.) An ad that keeps the window open longer is no matter here. */
function canQuote({ lastInboundMs }: SendFacts, nowMs: number): boolean {
  return lastInboundMs !== null && nowMs < lastInboundMs + STANDARD_WINDOW_MS;
}

function toPurpose({ utility, oneTimeId }: OutgoingContent): SendPurpose {
  if (utility !== undefined) return "utility";
  return oneTimeId === undefined ? "message" : "one_time";
}
