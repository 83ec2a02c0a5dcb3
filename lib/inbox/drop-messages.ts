import "server-only";
import type { Db } from "@/lib/db/db";
import { eraseDeliveryErrors, eraseDeliveryErrorsOfMessage } from "@/lib/delivery-errors/erase-delivery-error-queries";
import { dropCopies } from "@/lib/media/drop-copies";
import { dropMediaOfConversation } from "@/lib/media/media-file-queries";
import { eraseOneTime } from "@/lib/one-time/one-time-queries";
import { deleteFromOutbox, findNewestMessage } from "@/lib/outbox/outbox-queries";
import { restorePreview } from "@/lib/outbox/restore-preview";
import {
  blankPreview,
  eraseLooseTraces,
  isEmptyThread,
  listMessagesBefore,
  listThreadsAfter,
  type OldMessage,
  type OldThread,
} from "./drop-messages-queries";
import { deleteConversation, eraseMessage } from "./erase-conversation-queries";
import { recountUnread } from "./unread-queries";

const MESSAGES_AT_ONCE = 20;
const COPIES_AT_ONCE = 1_000;

/**
 * Goes on with the next conversation after `afterId`: deletes its oldest messages from before a time, and the whole of
 * it once nothing is left. What its line in the list says stays right. Call it inside a transaction.
 *
 * @returns whether anything went, and where to go on; null after the last conversation
 */
export function dropOldMessagesOfNext(
  db: Db,
  { afterId, beforeMs }: { afterId: number; beforeMs: number },
): { afterId: number; hasDropped: boolean } | null {
  const [thread] = listThreadsAfter(db, afterId, 1);
  if (!thread) return null;
  const messages = listMessagesBefore(db, { conversationId: thread.id, beforeMs, limit: MESSAGES_AT_ONCE });
  for (const message of messages) dropMessage(db, thread.id, message);
  if (messages.length === MESSAGES_AT_ONCE) return { afterId, hasDropped: true };
  // One that began just now may be empty too: with a receipt, or what is not understood yet.
  const isOver = (thread.lastActivityMs ?? beforeMs) < beforeMs && isEmptyThread(db, thread.id);
  const hasDropped = messages.length > 0 || isOver;
  if (hasDropped) settleThread(db, thread);
  return { afterId: thread.id, hasDropped };
}

function dropMessage(db: Db, conversationId: number, message: OldMessage): void {
  eraseDeliveryErrorsOfMessage(db, conversationId, message.id);
  deleteFromOutbox(db, message.id);
  dropCopies(db, message.attachments);
  eraseMessage(db, conversationId, message);
}

function settleThread(db: Db, { id, pageId, unreadCount }: OldThread): void {
  if (unreadCount > 0) recountUnread(db, id, pageId);
  if (findNewestMessage(db, id)) restorePreview(db, id);
  else blankPreview(db, id);
  if (!isEmptyThread(db, id)) return;
  eraseLooseTraces(db, id);
  eraseOneTime(db, id);
  eraseDeliveryErrors(db, id);
  dropMediaOfConversation(db, id, COPIES_AT_ONCE);
  deleteConversation(db, id);
}
