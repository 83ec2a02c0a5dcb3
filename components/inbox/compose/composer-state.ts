import type { Conversation } from "@/lib/api/schemas/inbox";
import type { Page } from "@/lib/api/schemas/pages";
import { decideSend, type RefusalCode, type SendDecision } from "@/lib/messenger/decide-send";
import { STANDARD_WINDOW_MS } from "@/lib/messenger/messaging-window";
import { toSendFacts } from "./to-send-facts";

export type Refusal = {
  /** Names the sentence, under `sending.refused`. */
  code: RefusalCode | "role" | "unlinked" | "token";
  /** What may still go out. */
  alternatives: readonly ("utility" | "one_time")[];
};

/** What the composer can do now. */
export type ComposerState = {
  /** How a reply would go out. */
  decision: SendDecision;
  /** What a reply will meet once that way has closed; null when it does not close. */
  next: SendDecision | null;
  /** Why none can be written; null when one can. */
  refusal: Refusal | null;
  /** Meta takes quotes only while the person has written within 24 hours (Meta docs: Send API, `reply_to`). */
  canQuote: boolean;
};

/**
 * What can be said in a conversation at `nowMs`. Who may not write, and a Page that cannot send, are the desk's own
 * reasons; everything else is Meta's policy.
 *
 * @param page undefined while it is not known
 */
export function toComposerState(
  conversation: Conversation,
  page: Pick<Page, "capabilities" | "status" | "tokenStatus"> | undefined,
  mayWrite: boolean,
  nowMs: number,
): ComposerState {
  const facts = toSendFacts(conversation, page);
  const decision = decideSend(facts, "message", nowMs);
  const next = decision.untilMs === null ? null : decideSend(facts, "message", decision.untilMs + 1);
  const canQuote = facts.lastInboundMs !== null && nowMs < facts.lastInboundMs + STANDARD_WINDOW_MS;
  return { decision, next, refusal: toRefusal(decision, page, mayWrite), canQuote };
}

function toRefusal(
  decision: SendDecision,
  page: Pick<Page, "status" | "tokenStatus"> | undefined,
  mayWrite: boolean,
): Refusal | null {
  if (!mayWrite) return { code: "role", alternatives: [] };
  if (page?.status === "unlinked") return { code: "unlinked", alternatives: [] };
  if (page?.tokenStatus === "invalid" || page?.tokenStatus === "missing") return { code: "token", alternatives: [] };
  return decision.way === "refused" ? { code: decision.code, alternatives: decision.alternatives } : null;
}
