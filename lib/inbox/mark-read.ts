import "server-only";
import type { Db } from "@/lib/db/db";
import { Changes } from "./changes";
import { getConversation } from "./conversation-queries";
import { markThreadRead } from "./thread-queries";

/** Staff have seen everything in the conversation. @throws {AppError} `not_found` */
export async function markRead(db: Db, conversationId: number, publish: (changes: Changes) => void): Promise<void> {
  await getConversation(db, conversationId, Date.now());
  if (!markThreadRead(db, conversationId)) return;
  const changes = new Changes();
  changes.conversations.add(conversationId);
  publish(changes);
}
