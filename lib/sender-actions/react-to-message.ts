import "server-only";
import type { Conversation, Message } from "@/lib/api/schemas/inbox";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { noteFailedAction } from "@/lib/delivery-errors/note-failed-action";
import { AppError } from "@/lib/errors";
import { sendSenderAction } from "@/lib/graph/sender-actions";
import { Changes } from "@/lib/inbox/changes";
import { getConversation } from "@/lib/inbox/conversation-queries";
import { findMessage } from "@/lib/inbox/message-list-queries";
import { getPageToken } from "@/lib/pages/get-page-token";
import { isEmoji } from "./is-emoji";
import { updateOwnReaction } from "./own-reaction-queries";
import type { Surroundings } from "./signal";

/**
 * Reacts in the Page's name to what a person said, or takes that back (`emoji` null). Kept once Meta took it (Meta docs:
 * sender actions). @returns the message as it is then
 * @throws {AppError} `not_found`; `invalid_input`; `message_state` when it cannot be reacted to; `thread_held_elsewhere`;
 *   `send_refused`; `page_not_linked`; `graph_refused` and `graph_unavailable` in our words
 */
export async function reactToMessage(
  db: Db,
  { messageId, emoji }: { messageId: number; emoji: string | null },
  { graph, ...surroundings }: Surroundings,
): Promise<Message> {
  if (emoji !== null && !isEmoji(emoji)) {
    const message = "React with one emoji.";
    throw new AppError("invalid_input", message, { fields: [{ path: "emoji", message }] });
  }
  const message = await getReactable(db, messageId);
  if (message.ownReaction === emoji) return message;
  const conversation = await getConversation(db, Number(message.conversationId), Date.now());
  refuseWhereClosed(conversation);
  const { pageId, psid } = conversation;
  const pageToken = await getPageToken(db, pageId);
  const { mid } = message;
  const sign = emoji === null ? ({ action: "unreact", mid } as const) : ({ action: "react", mid, emoji } as const);
  try {
    await sendSenderAction(graph, { pageId, pageToken, psid }, sign);
  } catch (error) {
    const action = { pageId, conversationId: Number(conversation.id), operation: "react" } as const;
    throw await noteFailedAction(db, action, error, surroundings);
  }
  const changes = new Changes();
  inTransaction(db, () => updateOwnReaction(db, messageId, emoji));
  changes.updatedMessages.add(messageId);
  surroundings.publish(changes);
  return { ...message, ownReaction: emoji };
}

async function getReactable(db: Db, messageId: number): Promise<Message & { mid: string }> {
  const message = await findMessage(db, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  const { mid, direction, unsentAt, kind } = message;
  if (mid === null || direction !== "in" || unsentAt !== null || (kind !== "message" && kind !== "postback")) {
    throw new AppError("message_state", "Only what a person wrote, and has not taken back, can be reacted to.");
  }
  return { ...message, mid };
}

/** No tag or template carries a reaction past the window (Meta docs: message tags). */
function refuseWhereClosed({ isStandby, window }: Conversation): void {
  if (isStandby) {
    const message = "Another app or inbox answers this person at the moment. Take the conversation over to react here.";
    throw new AppError("thread_held_elsewhere", message);
  }
  if (window.isOpen) return;
  throw new AppError("send_refused", "More than 24 hours have passed since the person last wrote: reactions wait too.");
}
