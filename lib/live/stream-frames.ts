import "server-only";
import type { StreamEventData } from "@/lib/api/schemas/stream";
import { maySeePages } from "@/lib/auth/page-access";
import {
  type PagesOf,
  pageOfConversation,
  pageOfDeliveryError,
  pageOfMessage,
  pagesOfNotification,
} from "@/lib/auth/page-of-queries";
import { mayDo } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import type { Db } from "@/lib/db/db";
import { findDeliveryErrorPageId } from "@/lib/delivery-errors/delivery-error-queries";
import { findConversation } from "@/lib/inbox/conversation-queries";
import { findMessage } from "@/lib/inbox/message-list-queries";
import type { LiveEntry } from "./live-bus";

/** One entry as an SSE frame, with the content as it is now. Empty when its subject is gone, or is not for them. */
export async function toFrame(db: Db, entry: LiveEntry, viewer: Viewer, nowMs: number): Promise<string> {
  const data = (await isFor(db, entry, viewer)) ? await toData(db, entry, nowMs) : null;
  return data === null ? "" : `event: ${entry.name}\nid: ${entry.id}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The Pages it is about, asked of the same rules as for a route that names it. */
async function isFor(db: Db, { name, subject }: LiveEntry, viewer: Viewer): Promise<boolean> {
  const isVisible = (pageIds: PagesOf) => pageIds !== null && maySeePages(viewer.pages, pageIds);
  switch (name) {
    case "resync":
      return true;
    case "notification.received":
      // That Meta sent something is for those who may look at it.
      if (!mayDo(viewer, "notifications:read")) return false;
      return viewer.pages === "all" || isVisible(pagesOfNotification(db, { notificationId: Number(subject) }));
    case "page.updated":
      return isVisible([subject]);
    case "delivery_error.created":
      return isVisible(pageOfDeliveryError(db, { deliveryErrorId: Number(subject) }));
    case "conversation.updated":
      return isVisible(pageOfConversation(db, { conversationId: Number(subject) }));
    case "message.created":
    case "message.updated":
      return isVisible(pageOfMessage(db, { messageId: Number(subject) }));
  }
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
