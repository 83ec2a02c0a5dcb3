import "server-only";
import type { Db } from "@/lib/db/db";
import { findConversation } from "@/lib/inbox/conversation-queries";
import { log } from "@/lib/log";
import { getSendingSettings } from "@/lib/settings/sending-settings";
import { type Surroundings, signal } from "./signal";

/**
 * Tells the person that the thread was read, if the desk does that. Meta's sign is about all of it (Meta docs: sender
 * actions), so it waits until nothing is unread. Never throws.
 */
export async function signalSeen(db: Db, conversationId: number, surroundings: Surroundings): Promise<void> {
  try {
    if (!getSendingSettings(db).markSeen) return;
    const conversation = await findConversation(db, conversationId, Date.now());
    if (conversation?.unreadCount === 0) await signal(db, conversation, "mark_seen", surroundings);
  } catch (error) {
    log.error({ err: error, conversationId }, "a person was not told that their messages were read");
  }
}
