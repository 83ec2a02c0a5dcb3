import "server-only";
import type { Db } from "@/lib/db/db";
import { toLine } from "@/lib/inbox/record-activity";
import { findThreadById, updateThread } from "@/lib/inbox/thread-queries";
import { findNewestMessage } from "./outbox-queries";

/** After a message went from its thread: the conversation shows the one before it. */
export function restorePreview(db: Db, conversationId: number): void {
  const thread = findThreadById(db, conversationId);
  const newest = thread && findNewestMessage(db, conversationId);
  if (!thread || !newest) return;
  const { text, kind, direction, mid } = toLine(newest);
  thread.preview = text;
  thread.previewKind = kind;
  thread.previewDirection = direction;
  thread.previewMid = mid;
  thread.previewMs = newest.sentMs;
  thread.previewTie = newest.tie;
  thread.lastActivityMs = Math.max(newest.sentMs, thread.lastInboundMs ?? 0);
  updateThread(db, thread, false);
}
