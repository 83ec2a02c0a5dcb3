import "server-only";
import type { MessageList } from "@/lib/api/schemas/inbox";
import type { Db } from "@/lib/db/db";
import { parseCursor } from "@/lib/db/paging";
import { getConversation } from "./conversation-queries";
import { listMessages } from "./message-list-queries";
import { findFirstUnread } from "./unread-queries";

/** One page of a thread, newest first; the first page also says where staff left off. @throws {AppError} `not_found` */
export async function getThread(
  db: Db,
  conversationId: number,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<MessageList> {
  const after = parseCursor(cursor, 3);
  await getConversation(db, conversationId, Date.now());
  const list = await listMessages(db, { conversationId, after, limit });
  return { ...list, firstUnreadMessageId: after === null ? await findFirstUnread(db, conversationId) : null };
}
