import "server-only";
import type { Db } from "@/lib/db/db";
import { eraseLooseTraces } from "@/lib/inbox/drop-messages-queries";
import { deleteConversation, type ErasedMessage, eraseMessage } from "@/lib/inbox/erase-conversation-queries";
import { dropCopies } from "@/lib/media/drop-copies";
import { dropMediaOfConversation } from "@/lib/media/media-file-queries";
import type { MessageAttachment } from "@/lib/messenger/messaging-event";
import { forgetUploadsNamed } from "@/lib/uploads/upload-queries";

/** They may be large. */
const COPIES_AT_ONCE = 4;

/** A message with what hangs on it: copies of its media, and the name of a file that was sent with it. In a transaction. */
export function eraseWithFiles(db: Db, conversationId: number, message: ErasedMessage): void {
  const { attachments, direction, pageId } = message;
  const files = attachments === null ? [] : (JSON.parse(attachments) as MessageAttachment[]);
  for (const { title } of files) {
    // The file is uploaded anew when somebody sends it again.
    if (direction === "out" && title !== null) forgetUploadsNamed(db, pageId, title);
  }
  dropCopies(db, attachments);
  eraseMessage(db, conversationId, message);
}

/** Of a conversation without messages: some of its copies of media, then the rest of it. In a transaction. @returns whether it is gone */
export function eraseRest(db: Db, conversationId: number): boolean {
  if (dropMediaOfConversation(db, conversationId, COPIES_AT_ONCE) > 0) return false;
  eraseLooseTraces(db, conversationId);
  deleteConversation(db, conversationId);
  return true;
}
