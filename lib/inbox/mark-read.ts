import "server-only";
import type { Db } from "@/lib/db/db";
import { Changes } from "./changes";
import { getConversation } from "./conversation-queries";
import { markThreadRead } from "./unread-queries";

type Seen = { conversationId: number; upToMessageId?: number | undefined };

/**
 * Staff have seen the conversation as far as `upToMessageId` had arrived, or all of it. What came since stays unread,
 * and whoever looks is told how many that are. @returns whether something was unread. @throws {AppError} `not_found`
 */
export async function markRead(
  db: Db,
  { conversationId, upToMessageId }: Seen,
  publish: (changes: Changes) => void,
): Promise<boolean> {
  await getConversation(db, conversationId, Date.now());
  if (!markThreadRead(db, conversationId, upToMessageId ?? null)) return false;
  const changes = new Changes();
  changes.conversations.add(conversationId);
  publish(changes);
  return true;
}
