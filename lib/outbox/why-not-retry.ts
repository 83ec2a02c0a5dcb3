import "server-only";
import type { Db } from "@/lib/db/db";
import { type DeliveryErrorRow, findDeliveryError } from "@/lib/delivery-errors/delivery-error-queries";
import { findMessageState } from "@/lib/inbox/message-queries";
import { type ErrorClass, explainError } from "@/lib/messenger/error-catalogue";
import { findUpload } from "@/lib/uploads/upload-queries";
import { decideContent } from "./decide-content";
import { findOutboxEntry, findWayOf, type OutboxEntry } from "./outbox-queries";
import { findSendStanding, isOneTimeUsable } from "./send-facts-queries";

/**
 * Why sending a message again cannot work now, in a sentence for a person; null when it can. A person who wrote since, or
 * another way out by now, opens again what Meta had closed.
 */
export function whyNotRetry(db: Db, messageId: number, nowMs: number): string | null {
  const message = findMessageState(db, messageId);
  if (!message) return "This message is not here any more.";
  if (message.status !== "failed" && message.status !== "unconfirmed") {
    return "This message is on its way already, or has been sent.";
  }
  const entry = findOutboxEntry(db, messageId);
  const standing = findSendStanding(db, message.conversationId);
  if (!entry || !standing) return "What this message held is not kept any more. Write it again.";
  if (!standing.isLinked) return "The Page is not linked any more. Link it, then try again.";
  if (standing.hasDeadToken) return "The Page's access has ended. Connect the Page again, then try again.";
  const holdsOneTime = message.status === "unconfirmed";
  const decision = decideContent(standing.facts, entry.content, { holdsOneTime, nowMs });
  if (decision.way === "refused") return decision.reason;
  const failed = message.deliveryErrorId === null ? undefined : findDeliveryError(db, message.deliveryErrorId);
  const isOpenAgain = isLater(standing.facts.lastInboundMs, failed) || findWayOf(db, messageId) !== decision.way;
  return (failed ? whyNotAfter(failed, isOpenAgain) : null) ?? whyContentIsGone(db, entry, { holdsOneTime, nowMs });
}

function isLater(lastInboundMs: number | null, failed: DeliveryErrorRow | undefined): boolean {
  return lastInboundMs !== null && failed !== undefined && lastInboundMs > failed.atMs;
}

const OPENED_BY_THE_PERSON: ReadonlySet<ErrorClass> = new Set(["window", "recipient", "restriction"]);

/** What Meta refused because of the window or the person depends on what happened since; anything else on its cause alone. */
function whyNotAfter(failed: DeliveryErrorRow, isOpenAgain: boolean): string | null {
  const { isRetryable, advice, errorClass } = explainError(failed);
  if (isRetryable) return null;
  return isOpenAgain && OPENED_BY_THE_PERSON.has(errorClass) ? null : advice;
}

function whyContentIsGone(
  db: Db,
  { conversationId, pageId, channel, content }: OutboxEntry,
  { holdsOneTime, nowMs }: { holdsOneTime: boolean; nowMs: number },
): string | null {
  const { attachment, oneTimeId } = content;
  const attachmentId = attachment && "attachmentId" in attachment ? attachment.attachmentId : undefined;
  if (attachmentId !== undefined && !findUpload(db, { pageId, channel, attachmentId }, nowMs)) {
    return "Facebook does not keep this file any more. Attach it again.";
  }
  if (oneTimeId === undefined || holdsOneTime) return null;
  const isUsable = isOneTimeUsable(db, { id: Number(oneTimeId), conversationId }, nowMs);
  return isUsable ? null : "This one-time notification has been used, or it is more than a year old.";
}
