import type { MessageStatus } from "@/lib/api/schemas/inbox";

/**
 * How far a message of ours has come, judged by receipts that came before we knew of it. Delivery says "before" the
 * watermark, read says "at or before" it (Meta docs: message-deliveries, message-reads).
 */
export function statusByWatermark(
  thread: { deliveredWatermarkMs: number; readWatermarkMs: number },
  sentMs: number,
): MessageStatus {
  if (sentMs <= thread.readWatermarkMs) return "read";
  return sentMs < thread.deliveredWatermarkMs ? "delivered" : "sent";
}
