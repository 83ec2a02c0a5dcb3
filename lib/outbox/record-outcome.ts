import "server-only";
import type { Db } from "@/lib/db/db";
import type { Changes } from "@/lib/inbox/changes";
import { findMessageState, updateOutgoing } from "@/lib/inbox/message-queries";
import { learnCapability } from "@/lib/pages/learn-capability";
import { forgetUpload } from "@/lib/uploads/upload-queries";
import type { Claim } from "./claim-message";
import { failMessage } from "./fail-message";
import type { SendFailure } from "./outbox-failure";
import { deleteFromOutbox, markRetrying } from "./outbox-queries";
import { settleMessage } from "./settle-message";

/** How a request for a message ended. `retryInMs`: when the machine tries it again; null: it does not. */
export type Outcome = { claim: Claim } & (
  | { mid: string }
  | { sendFailure: SendFailure; retryInMs: number | null; lookupInMs: number }
);

const UNKNOWN_ATTACHMENT = 2018074;

/**
 * Writes down how a request ended. Call it in a transaction.
 * @returns when the message is to be tried again, Unix ms; null: it is done with
 */
export function recordOutcome(db: Db, outcome: Outcome, changes: Changes, nowMs: number): number | null {
  const { claim } = outcome;
  if ("mid" in outcome) {
    settleMessage(db, claim.messageId, outcome.mid, changes, nowMs);
    learnFromWay(db, claim, "yes", changes, nowMs);
    return null;
  }
  const { sendFailure, retryInMs, lookupInMs } = outcome;
  if (sendFailure.retry !== null && retryInMs !== null) {
    // What the Page's limit turned away says nothing of the message: it is none of its few attempts.
    const isAttempt = sendFailure.retry === "transient";
    return retryLater(db, claim, { atMs: nowMs + retryInMs, isAttempt }, changes);
  }
  learnFrom(db, claim, sendFailure, changes, nowMs);
  failMessage(db, claim, sendFailure, changes, nowMs, nowMs + lookupInMs);
  return null;
}

function retryLater(
  db: Db,
  { messageId }: Claim,
  { atMs, isAttempt }: { atMs: number; isAttempt: boolean },
  changes: Changes,
): number | null {
  const message = findMessageState(db, messageId);
  if (!message || message.mid !== null) {
    deleteFromOutbox(db, messageId);
    return null;
  }
  markRetrying(db, messageId, { notBeforeMs: atMs, isAttempt });
  updateOutgoing(db, { ...message, status: "queued" });
  changes.updatedMessages.add(messageId);
  return atMs;
}

/** What Meta takes or refuses of a feature it lets some Pages use says whether this one may. */
function learnFromWay(db: Db, { pageId, way, content }: Claim, may: "yes" | "no", changes: Changes, nowMs: number) {
  const isTagged = way === "human_agent";
  const isOneTime = way === "one_time" || content.template?.type === "one_time_notif_req";
  // Of two at once nobody knows which was refused.
  if (may === "no" && isTagged && isOneTime) return;
  if (isTagged) learnCapability(db, pageId, { humanAgent: may }, changes, nowMs);
  if (isOneTime) learnCapability(db, pageId, { oneTime: may }, changes, nowMs);
}

/** A permission refused for a tag, or for a one-time notification, is that one's (Meta docs: error 10). */
function learnFrom(db: Db, claim: Claim, { failure }: SendFailure, changes: Changes, nowMs: number) {
  const { code, subcode } = failure;
  if (code === 10 && !subcode) learnFromWay(db, claim, "no", changes, nowMs);
  const { attachment } = claim.content;
  if (subcode === UNKNOWN_ATTACHMENT && attachment && "attachmentId" in attachment) {
    forgetUpload(db, claim.pageId, attachment.attachmentId);
  }
}
