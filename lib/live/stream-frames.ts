import "server-only";
import type { StreamEventData } from "@/lib/api/schemas/stream";
import type { Db } from "@/lib/db/db";
import { findDeliveryErrorPageId } from "@/lib/delivery-errors/delivery-error-queries";
import { findConversation } from "@/lib/inbox/conversation-queries";
import { findMessage } from "@/lib/inbox/message-list-queries";
import type { LiveEntry } from "./live-bus";

/** One entry as an SSE frame, with the content as it is now. Empty when its subject is gone. */
export async function toFrame(db: Db, entry: LiveEntry, nowMs: number): Promise<string> {
  const data = await toData(db, entry, nowMs);
  return data === null ? "" : `event: ${entry.name}\nid: ${entry.id}\ndata: ${JSON.stringify(data)}\n\n`;
}

async function toData(db: Db, { name, subject }: LiveEntry, nowMs: number): Promise<object | null> {
  switch (name) {
    case "message.created":
    case "message.updated":
      return toMessageData(db, Number(subject), nowMs);
    case "conversation.updated":
      return toConversationData(db, Number(subject), nowMs);
    case "notification.received":
      return { notificationId: subject } satisfies StreamEventData<typeof name>;
    case "resync":
      return {};
    case "page.updated":
      return { pageId: subject } satisfies StreamEventData<typeof name>;
    case "delivery_error.created": {
      const pageId = await findDeliveryErrorPageId(db, Number(subject));
      return pageId === null ? null : ({ deliveryErrorId: subject, pageId } satisfies StreamEventData<typeof name>);
    }
  }
}

async function toMessageData(db: Db, id: number, nowMs: number): Promise<StreamEventData<"message.created"> | null> {
  const found = await findMessage(db, id, nowMs);
  if (!found) return null;
  const { pageId, ...message } = found;
  return { pageId, conversationId: message.conversationId, messageId: message.id, message };
}

async function toConversationData(
  db: Db,
  id: number,
  nowMs: number,
): Promise<StreamEventData<"conversation.updated"> | null> {
  const conversation = await findConversation(db, id, nowMs);
  // Only receipts or placeholders so far: lists do not show it either.
  if (!conversation || conversation.lastActivityAt === 0) return null;
  return { pageId: conversation.pageId, conversationId: conversation.id, conversation };
}
