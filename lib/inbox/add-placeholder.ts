import "server-only";
import type { Db } from "@/lib/db/db";
import type { Context, Effect, Place } from "./apply-event";
import { insertMessage, NOTHING_MORE } from "./message-queries";
import type { ThreadState } from "./thread-queries";

/** Keeps the place of something we do not recognise in its thread: never an empty bubble, never a gap. */
export function addPlaceholder(
  db: Db,
  thread: ThreadState,
  place: Place,
  { notificationId, changes }: Context,
): Effect {
  const messageId = insertMessage(db, {
    ...NOTHING_MORE,
    ...place,
    conversationId: thread.id,
    pageId: thread.pageId,
    mid: null,
    direction: "in",
    author: "customer",
    kind: "placeholder",
    status: "received",
    notificationId,
  });
  changes.createdMessages.add(messageId);
  return { messageId };
}
