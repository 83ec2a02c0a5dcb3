import "server-only";
import type { Db } from "@/lib/db/db";
import { findMessageState } from "@/lib/inbox/message-queries";
import { whyNotRetry } from "@/lib/outbox/why-not-retry";
import type { DeliveryErrorRow } from "./delivery-error-queries";

/** Why sending it again cannot work now, as a sentence; null when it can. */
export function findObstacle(db: Db, row: DeliveryErrorRow, nowMs: number): string | null {
  if (row.operation !== "send_message") {
    return "This was not a message, so there is nothing to send again. Do it again in the conversation if it is still wanted.";
  }
  const message = row.messageId === null ? undefined : findMessageState(db, row.messageId);
  if (!message) return "Its message is gone: it was cancelled, or the person was erased.";
  if (row.status === "resolved") return "This message has been sent.";
  if (message.deliveryErrorId !== null && message.deliveryErrorId !== row.id) {
    return "It was tried again since, and that failed too. The newer error can be tried again.";
  }
  return whyNotRetry(db, message.id, nowMs);
}
