import "server-only";
import type { Db } from "@/lib/db/db";
import type { ReactionEvent } from "@/lib/messenger/messaging-event";
import type { Context, Effect, Place } from "./apply-event";
import { findMessageByMid } from "./message-queries";
import { recordReaction } from "./reaction-queries";
import { type ThreadState, updateThread } from "./thread-queries";

/** Kept by the mid it is about, whether that message is here yet or not. A reaction opens the window (Meta docs: Send API). */
export function applyReaction(
  db: Db,
  thread: ThreadState,
  { mid, emoji, name, isRemoved }: ReactionEvent,
  { sentMs, tie }: Place,
  { changes }: Context,
): Effect {
  const isNewest = recordReaction(db, {
    conversationId: thread.id,
    mid,
    emoji,
    name,
    isRemoved,
    reactedMs: sentMs,
    tie,
  });
  if (!isRemoved && sentMs > (thread.lastInboundMs ?? 0)) {
    thread.lastInboundMs = sentMs;
    updateThread(db, thread, false);
  }
  const message = findMessageByMid(db, thread.pageId, mid);
  if (isNewest && message) changes.updatedMessages.add(message.id);
  return { messageId: message?.id ?? null };
}
