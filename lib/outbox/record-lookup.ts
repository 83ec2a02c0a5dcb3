import "server-only";
import type { Db } from "@/lib/db/db";
import { resolveDeliveryError } from "@/lib/delivery-errors/delivery-error-queries";
import { recordFailedCall } from "@/lib/delivery-errors/record-failed-call";
import { NO_ANSWER } from "@/lib/delivery-errors/to-failure";
import { NEWEST_TOLD, type ToldMessage } from "@/lib/graph/conversations";
import type { Changes } from "@/lib/inbox/changes";
import { findMessageState, updateOutgoing } from "@/lib/inbox/message-queries";
import { findSent, goesBackTo, isRecognisable } from "./find-sent";
import { scheduleLookup } from "./lookup-queries";
import { lookupAgainMs, nextLookupMs } from "./lookup-schedule";
import { isMidOfAnother, listUnconfirmed, type OutboxEntry } from "./outbox-queries";
import { settleMessage } from "./settle-message";

type Attempted = OutboxEntry & { attemptMs: number };
type Clock = { nowMs: number; unitMs: number };

/**
 * Writes down what a look at Meta's conversation shows of its unconfirmed messages. Those it shows were sent; those it
 * still does not show at the last look did not arrive, as far as that can be told. Call it in a transaction.
 * @param told null: Meta did not tell
 */
export function recordLookup(
  db: Db,
  conversationId: number,
  told: ToldMessage[] | null,
  { nowMs, unitMs }: Clock,
  changes: Changes,
): void {
  const entries = listUnconfirmed(db, conversationId);
  const unconfirmed = entries.map((entry) => ({ ...entry, attemptMs: toAttemptMs(entry, nowMs) }));
  const isTaken = (pageId: string) => (mid: string, messageId: number) =>
    isMidOfAnother(db, { pageId, mid, messageId });
  const { found, absent } = findSent(unconfirmed, told ?? [], isTaken(entries[0]?.pageId ?? ""));
  for (const entry of unconfirmed) {
    const mid = found.get(entry.messageId);
    if (mid !== undefined) settleMessage(db, entry.messageId, mid, changes, nowMs);
    else if (entry.nextLookupMs !== null && entry.nextLookupMs <= nowMs) {
      const isLast = lookLater(db, entry, told, { nowMs, unitMs });
      if (isLast && absent.has(entry.messageId)) sayNotFound(db, entry, told ?? [], changes, nowMs);
    }
  }
}

const toAttemptMs = ({ sendingSinceMs }: OutboxEntry, nowMs: number) => sendingSinceMs ?? nowMs;

/** @returns whether this was the last look */
function lookLater(db: Db, entry: Attempted, told: ToldMessage[] | null, clock: Clock): boolean {
  const { messageId, attemptMs, lookups } = entry;
  if (told === null) {
    scheduleLookup(db, messageId, { nextMs: lookupAgainMs({ attemptMs, ...clock }), lookups });
    return false;
  }
  const nextMs = nextLookupMs(lookups + 1, { attemptMs, ...clock });
  scheduleLookup(db, messageId, { nextMs, lookups: lookups + 1 });
  return nextMs === null;
}

/** It stays unconfirmed, because Meta has not said no; but now the person knows that sending it again is safe. */
function sayNotFound(db: Db, entry: Attempted, told: ToldMessage[], changes: Changes, nowMs: number): void {
  const { messageId, conversationId, pageId, content, attemptMs } = entry;
  if (!isRecognisable(content) || !goesBackTo(told, attemptMs, NEWEST_TOLD)) return;
  const message = findMessageState(db, messageId);
  if (!message) return;
  if (message.deliveryErrorId !== null) resolveDeliveryError(db, message.deliveryErrorId);
  const words = "Facebook gave no answer when this was sent, and its conversation does not show it.";
  const failure = { ...NO_ANSWER, unanswered: "not_found", message: words } as const;
  const about = { pageId, conversationId, messageId, operation: "send_message", failure } as const;
  const deliveryErrorId = recordFailedCall(db, about, changes, nowMs);
  updateOutgoing(db, { ...message, deliveryErrorId });
  changes.updatedMessages.add(messageId);
}
