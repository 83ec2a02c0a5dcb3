import "server-only";
import type { MessageStatus } from "@/lib/api/schemas/inbox";
import type { Db } from "@/lib/db/db";
import { resolveDeliveryError } from "@/lib/delivery-errors/delivery-error-queries";
import { forgetSpentToken } from "@/lib/one-time/one-time-queries";
import { deleteFromOutbox } from "@/lib/outbox/outbox-queries";
import type { Changes } from "./changes";
import { findMessageContent } from "./message-content-queries";
import { deleteMessage, findMessageByMid, type MessageState, updateOutgoing } from "./message-queries";
import { takeContent } from "./take-content";

const RANK: Partial<Record<MessageStatus, number>> = { sent: 1, delivered: 2, read: 3 };

/**
 * Meta has it: told by the answer of the Send API or by the echo, whichever comes first, so it runs twice for most
 * messages. Where an echo had already made a bubble of its own (its `metadata` was lost), that one goes.
 */
export function settleAsSent(
  db: Db,
  message: MessageState,
  known: { mid: string | null; sentMs?: number; status: MessageStatus },
  changes: Changes,
): void {
  const mid = message.mid ?? known.mid;
  const twin = mid === null ? undefined : findMessageByMid(db, message.pageId, mid);
  let status = known.status;
  if (twin && twin.id !== message.id) {
    status = higher(status, twin.status);
    const content = findMessageContent(db, twin.id);
    if (content) takeContent(db, message.id, content);
    deleteMessage(db, twin.id);
  }
  if (message.clientId !== null) {
    deleteFromOutbox(db, message.id);
    forgetSpentToken(db, message.id);
  }
  if (message.deliveryErrorId !== null) resolveDeliveryError(db, message.deliveryErrorId);
  updateOutgoing(db, {
    id: message.id,
    mid,
    sentMs: known.sentMs ?? message.sentMs,
    status: higher(status, message.status),
    deliveryErrorId: null,
  });
  changes.updatedMessages.add(message.id);
  changes.conversations.add(message.conversationId);
}

/** Nothing ever goes back from `read` to `sent`; queued, failed and the rest give way to what Meta says. */
function higher(a: MessageStatus, b: MessageStatus): MessageStatus {
  return (RANK[b] ?? 0) > (RANK[a] ?? 0) ? b : a;
}
