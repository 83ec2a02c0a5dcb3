import "server-only";
import type { Db } from "@/lib/db/db";
import { statusByReceipts } from "@/lib/inbox/apply-receipt";
import type { Changes } from "@/lib/inbox/changes";
import { findMessageState } from "@/lib/inbox/message-queries";
import { settleAsSent } from "@/lib/inbox/settle-as-sent";
import { findThreadById } from "@/lib/inbox/thread-queries";
import { recordLastSent } from "@/lib/pages/page-lookup-queries";

/**
 * Meta has it: its answer said so, its conversation shows it, or a person saw it there. Call it in a transaction.
 * @param mid null when only a person knows
 */
export function settleMessage(db: Db, messageId: number, mid: string | null, changes: Changes, nowMs: number): void {
  const message = findMessageState(db, messageId);
  const thread = message && findThreadById(db, message.conversationId);
  if (!thread) return;
  recordLastSent(db, message.pageId, nowMs);
  const status = statusByReceipts(db, thread, { mid, sentMs: message.sentMs }, changes);
  settleAsSent(db, message, { mid, status }, changes);
}
