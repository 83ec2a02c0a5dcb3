import "server-only";
import type { Db } from "@/lib/db/db";
import { log } from "@/lib/log";
import type { SignatureVerdict } from "@/lib/messenger/signature";
import { recordNotifications, trimRejectedNotifications } from "@/lib/notifications/notification-queries";

const KEPT_BYTES = 4_096;
const KEPT_ROWS = 500;
/** One a second on average, and a few at once so that a first look after a mistake shows more than one. */
const PER_SECOND = 1;
const BURST = 20;

type Rejected = { receivedMs: number; body: Buffer; headers: string; signature: SignatureVerdict };

/**
 * Keeps some of the calls with a wrong or missing signature, for whoever wonders why nothing arrives. Bounded in
 * number, size and rate, since anyone can send them.
 */
export class RejectedSample {
  #tokens = BURST;
  #filledMs = 0;

  constructor(private readonly db: Db) {}

  offer({ receivedMs, body, headers, signature }: Rejected): void {
    this.#tokens = Math.min(BURST, this.#tokens + ((receivedMs - this.#filledMs) / 1000) * PER_SECOND);
    this.#filledMs = receivedMs;
    if (this.#tokens < 1) return;
    this.#tokens -= 1;
    const sizeBytes = body.length;
    const kept = Buffer.from(body.subarray(0, KEPT_BYTES));
    try {
      recordNotifications(this.db, [{ receivedMs, body: kept, headers, signature, sizeBytes, status: 401 }]);
      trimRejectedNotifications(this.db, KEPT_ROWS);
    } catch (error) {
      log.warn({ err: error }, "a rejected webhook call could not be kept as a sample");
    }
  }
}
