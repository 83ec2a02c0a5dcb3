import "server-only";
import type { Db } from "@/lib/db/db";
import type { DeliveryErrorRow } from "./delivery-error-queries";
import { explainCall } from "./explain-call";
import { findObstacle } from "./find-obstacle";

/**
 * Why an error cannot be among those that are tried again all at once, as a sentence; null when it can. What may have
 * arrived never can: a person decides that one by one.
 */
export function findBulkRefusal(db: Db, row: DeliveryErrorRow, nowMs: number): string | null {
  if (row.status !== "resolved" && row.messageId !== null && explainCall(row).errorClass === "unconfirmed") {
    return "Sending it again could reach the person twice: decide that one by one.";
  }
  return findObstacle(db, row, nowMs);
}
