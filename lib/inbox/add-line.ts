import "server-only";
import type { Db } from "@/lib/db/db";
import type { Context, Place } from "./apply-event";
import { insertMessage, NOTHING_MORE } from "./message-queries";
import type { ThreadState } from "./thread-queries";

/**
 * A line of its own in the thread: for something done rather than said, with its note as JSON in `details`, or as the
 * placeholder of what we do not recognise. Never an empty bubble, never a gap.
 * @returns the id of its row in `messages`
 */
export function addLine(
  db: Db,
  thread: ThreadState,
  { kind, details }: { kind: "system" | "placeholder"; details: string | null },
  place: Place,
  { notificationId, changes }: Context,
): number {
  const messageId = insertMessage(db, {
    ...NOTHING_MORE,
    ...place,
    conversationId: thread.id,
    pageId: thread.pageId,
    mid: null,
    direction: "in",
    author: "customer",
    kind,
    details,
    status: "received",
    notificationId,
  });
  changes.createdMessages.add(messageId);
  return messageId;
}
