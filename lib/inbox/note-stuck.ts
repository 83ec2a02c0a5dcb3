import "server-only";
import type { Db } from "@/lib/db/db";
import { listStuck } from "@/lib/outbox/outbox-queries";
import type { Changes } from "./changes";

/**
 * Something happened that may let a conversation's failed messages be sent again, or may not any more: whoever looks at
 * them is told.
 */
export function noteStuck(db: Db, conversationId: number, changes: Changes): void {
  for (const messageId of listStuck(db, conversationId)) changes.updatedMessages.add(messageId);
}
