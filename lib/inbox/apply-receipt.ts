import "server-only";
import type { MessageStatus } from "@/lib/api/schemas/inbox";
import type { Db } from "@/lib/db/db";
import type { DeliveryEvent, ReadEvent } from "@/lib/messenger/messaging-event";
import type { Context, Effect } from "./apply-event";
import { isUnfilled } from "./apply-unsend";
import type { Changes } from "./changes";
import { findMessageByMid, type MessageState, raiseStatusUpTo, raiseToDelivered } from "./message-queries";
import { statusByWatermark } from "./status-by-watermark";
import { type ThreadState, updateWatermarks } from "./thread-queries";
import { insertWaitingReceipt, takeWaitingReceipts } from "./waiting-receipt-queries";

const NO_MESSAGE: Effect = { messageId: null };

/** Delivery receipts name messages, and a watermark: everything sent before it has arrived (Meta docs: message-deliveries). */
export function applyDelivery(
  db: Db,
  thread: ThreadState,
  { mids, watermarkMs }: DeliveryEvent,
  { changes, receivedMs }: Context,
): Effect {
  for (const mid of mids) {
    const raised = raiseToDelivered(db, thread.pageId, mid);
    if (raised !== undefined) changes.updatedMessages.add(raised);
    else if (!findArrived(db, thread.pageId, mid)) {
      insertWaitingReceipt(db, { conversationId: thread.id, mid, status: "delivered", nowMs: receivedMs });
    }
  }
  // "Before" the watermark: one millisecond less makes it "up to".
  raise(
    db,
    thread,
    { afterMs: thread.deliveredWatermarkMs - 1, upToMs: watermarkMs - 1, status: "delivered" },
    changes,
  );
  if (watermarkMs <= thread.deliveredWatermarkMs) return NO_MESSAGE;
  thread.deliveredWatermarkMs = watermarkMs;
  updateWatermarks(db, thread);
  return NO_MESSAGE;
}

/**
 * Everything sent at or before the watermark was read (Meta docs: message-reads). Where a message is named instead
 * (Instagram), its time is the watermark.
 */
export function applyRead(db: Db, thread: ThreadState, { watermarkMs, mid }: ReadEvent, context: Context): Effect {
  if (watermarkMs !== null) {
    readUpTo(db, thread, watermarkMs, context.changes);
    return NO_MESSAGE;
  }
  if (mid === null) return NO_MESSAGE;
  const message = findArrived(db, thread.pageId, mid);
  if (!message) {
    insertWaitingReceipt(db, { conversationId: thread.id, mid, status: "read", nowMs: context.receivedMs });
  } else if (message.direction === "out") {
    readUpTo(db, thread, message.sentMs, context.changes);
  }
  return { messageId: message?.id ?? null };
}

/** How far a message of the Page has come, when it arrives after receipts that are about it. */
export function statusByReceipts(
  db: Db,
  thread: ThreadState,
  { mid, sentMs }: { mid: string | null; sentMs: number },
  changes: Changes,
): MessageStatus {
  const waiting = mid === null ? [] : takeWaitingReceipts(db, thread.id, mid);
  if (waiting.includes("read")) readUpTo(db, thread, sentMs, changes);
  const status = statusByWatermark(thread, sentMs);
  return status === "sent" && waiting.includes("delivered") ? "delivered" : status;
}

/** A tombstone does not know yet when its message was sent: receipts wait for that. */
function findArrived(db: Db, pageId: string, mid: string): MessageState | undefined {
  const message = findMessageByMid(db, pageId, mid);
  return message && !isUnfilled(message) ? message : undefined;
}

function readUpTo(db: Db, thread: ThreadState, watermarkMs: number, changes: Changes): void {
  raise(db, thread, { afterMs: thread.readWatermarkMs, upToMs: watermarkMs, status: "read" }, changes);
  if (watermarkMs <= thread.readWatermarkMs) return;
  thread.readWatermarkMs = watermarkMs;
  updateWatermarks(db, thread);
}

type Range = { afterMs: number; upToMs: number; status: "delivered" | "read" };

function raise(db: Db, thread: ThreadState, range: Range, changes: Changes): void {
  for (const id of raiseStatusUpTo(db, { conversationId: thread.id, ...range })) changes.updatedMessages.add(id);
}
