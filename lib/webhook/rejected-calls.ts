import "server-only";
import type { Db } from "@/lib/db/db";
import { log } from "@/lib/log";
import type { SignatureHeaders, SignatureVerdict } from "@/lib/messenger/signature";
import { findHeaderCause, guessSignatureCause, type SignatureCause } from "@/lib/messenger/signature-cause";
import { recordNotifications, trimRejectedNotifications } from "@/lib/notifications/notification-queries";
import { listRefusedEntries } from "@/lib/webhook-failures/list-refused-entries";
import type { WebhookFailureLedger } from "@/lib/webhook-failures/webhook-failure-ledger";

const KEPT_BYTES = 4_096;
const KEPT_ROWS = 500;
/** One a second on average, and a few at once so that a first look after a mistake shows more than one. */
const PER_SECOND = 1;
const BURST = 20;

type Rejected = {
  receivedMs: number;
  body: Buffer;
  /** JSON of the headers that are kept. */
  headers: string;
  verdict: SignatureVerdict;
  signature: SignatureHeaders;
};

type Settings = { appSecrets: readonly string[]; allowSha1: boolean };

/**
 * Calls with a wrong or missing signature, for whoever wonders why nothing arrives. All are counted; some are kept, and
 * only of those it is found out what is wrong and whom they name. Bounded in number, size and rate, since anyone can
 * send them.
 */
export class RejectedCalls {
  #tokens = BURST;
  #filledMs = 0;
  /** What was wrong with the last one looked at: taken to hold for those after it that are only counted. */
  #lastGuess: SignatureCause = "wrong_secret";

  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly ledger: WebhookFailureLedger,
  ) {}

  take(call: Rejected): void {
    const { receivedMs: atMs, body, signature } = call;
    const { appSecrets: secrets, allowSha1 } = this.settings;
    if (!this.#mayKeep(atMs)) {
      const cause = findHeaderCause(signature, allowSha1) ?? this.#lastGuess;
      this.ledger.note({ kind: "rejected", cause, atMs });
      return;
    }
    const cause = guessSignatureCause(body, signature, { secrets, allowSha1 });
    if (findHeaderCause(signature, allowSha1) === null) this.#lastGuess = cause;
    const notificationId = this.#keep(call, cause);
    this.ledger.note({ kind: "rejected", cause, atMs, ...(notificationId === null ? {} : { notificationId }) });
    this.ledger.noteRefused(listRefusedEntries(body), "rejected", atMs);
  }

  #mayKeep(atMs: number): boolean {
    const sinceMs = Math.max(0, atMs - this.#filledMs);
    this.#tokens = Math.min(BURST, this.#tokens + (sinceMs / 1000) * PER_SECOND);
    this.#filledMs = atMs;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  #keep({ receivedMs, body, headers, verdict }: Rejected, signatureCause: SignatureCause): number | null {
    const kept = { receivedMs, headers, signature: verdict, signatureCause, sizeBytes: body.length, status: 401 };
    try {
      const [id] = recordNotifications(this.db, [{ ...kept, body: Buffer.from(body.subarray(0, KEPT_BYTES)) }]);
      trimRejectedNotifications(this.db, KEPT_ROWS);
      return id ?? null;
    } catch (error) {
      log.warn({ err: error }, "a rejected webhook call could not be kept as a sample");
      return null;
    }
  }
}
