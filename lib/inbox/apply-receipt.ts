import "server-only";
import type { Db } from "@/lib/db/db";
import type { DeliveryEvent, ReadEvent } from "@/lib/messenger/messaging-event";
import type { Changes } from "./changes";
import { raiseStatusUpTo, raiseToDelivered } from "./message-queries";
import { type ThreadState, updateWatermarks } from "./thread-queries";

/** Delivery receipts name messages, and a watermark: everything sent before it has arrived (Meta docs: message-deliveries). */
export function applyDelivery(
  db: Db,
  thread: ThreadState,
  { mids, watermarkMs }: DeliveryEvent,
  changes: Changes,
): void {
  for (const mid of mids) {
    const raised = raiseToDelivered(db, thread.pageId, mid);
    if (raised !== undefined) changes.updatedMessages.add(raised);
  }
  // "Before" the watermark: one millisecond less makes it "up to".
  raise(
    db,
    thread,
    { afterMs: thread.deliveredWatermarkMs - 1, upToMs: watermarkMs - 1, status: "delivered" },
    changes,
  );
  if (watermarkMs <= thread.deliveredWatermarkMs) return;
  thread.deliveredWatermarkMs = watermarkMs;
  updateWatermarks(db, thread);
}

/** Everything sent at or before the watermark was read (Meta docs: message-reads). */
export function applyRead(db: Db, thread: ThreadState, { watermarkMs }: ReadEvent, changes: Changes): void {
  raise(db, thread, { afterMs: thread.readWatermarkMs, upToMs: watermarkMs, status: "read" }, changes);
  if (watermarkMs <= thread.readWatermarkMs) return;
  thread.readWatermarkMs = watermarkMs;
  updateWatermarks(db, thread);
}

type Range = { afterMs: number; upToMs: number; status: "delivered" | "read" };

function raise(db: Db, thread: ThreadState, range: Range, changes: Changes): void {
  for (const id of raiseStatusUpTo(db, { conversationId: thread.id, ...range })) changes.updatedMessages.add(id);
}
