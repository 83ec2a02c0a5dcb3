import "server-only";
import { getCounter } from "@/lib/abuse/counters";
import { toAddressGroup } from "@/lib/abuse/to-address-group";
import type { Db } from "@/lib/db/db";
import { log } from "@/lib/log";
import type { SignatureHeaders, SignatureVerdict } from "@/lib/messenger/signature";
import { findHeaderCause, guessSignatureCause, type SignatureCause } from "@/lib/messenger/signature-cause";
import { recordClaims, recordNotifications, trimRejectedNotifications } from "@/lib/notifications/notification-queries";
import { listRefusedEntries, type RefusedEntry } from "@/lib/webhook-failures/list-refused-entries";
import type { WebhookClockCause } from "@/lib/webhook-failures/webhook-clock";
import type { WebhookFailureLedger } from "@/lib/webhook-failures/webhook-failure-ledger";
import { TokenBucket } from "./token-bucket";

const KEPT_BYTES = 4_096;
/** Oldest go first when there are more rows, or more bytes in them. */
const KEPT = { rows: 500, bytes: 1_000_000 };
/** One in five seconds on average, and a few at once so that a first look after a mistake shows more than one. */
const RATE = { burst: 10, perSecond: 0.2 };

/**
 * Which of them can mean that Meta is being refused. That a body fits once it is written as Meta writes it proves that
 * whoever signed it knows the secret; a signature by another secret proves nothing; none at all never comes from Meta.
 */
const CLOCK_CAUSES: Partial<Record<SignatureCause, WebhookClockCause>> = {
  re_encoded: "re_encoded",
  wrong_secret: "rejected",
};

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
  /** By whether they carry a signature at all: who floods with bare calls must not hide those of a wrong secret. */
  readonly #kept = { signed: new TokenBucket(RATE), bare: new TokenBucket(RATE) };
  /** What was wrong with the last one looked at: taken to hold for those after it that are only counted. */
  #lastGuess: SignatureCause = "wrong_secret";

  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly ledger: WebhookFailureLedger,
  ) {}

  /** Whether a call is read that has no signature at all, or none that could be right: not too many from one address. */
  async mayRead(ip: string): Promise<boolean> {
    return (await getCounter("bareWebhook").consume(toAddressGroup(ip) ?? ip)) === 0;
  }

  /** One that nobody looked at. */
  count(signature: SignatureHeaders, atMs: number): void {
    const cause = findHeaderCause(signature, this.settings.allowSha1) ?? this.#lastGuess;
    this.ledger.note({ kind: "rejected", cause, atMs });
  }

  take(call: Rejected): void {
    const { receivedMs: atMs, body, signature } = call;
    const { appSecrets: secrets, allowSha1 } = this.settings;
    const shown = findHeaderCause(signature, allowSha1);
    if (!this.#kept[shown === null ? "signed" : "bare"].take(atMs)) {
      this.count(signature, atMs);
      return;
    }
    const cause = guessSignatureCause(body, signature, { secrets, allowSha1 });
    if (shown === null) this.#lastGuess = cause;
    const entries = listRefusedEntries(body);
    const notificationId = this.#keep(call, cause, entries);
    this.ledger.note({ kind: "rejected", cause, atMs, ...(notificationId === null ? {} : { notificationId }) });
    const clockCause = CLOCK_CAUSES[cause];
    if (clockCause !== undefined) this.ledger.noteRefused(entries, clockCause, atMs);
  }

  #keep(
    { receivedMs, body, headers, verdict }: Rejected,
    signatureCause: SignatureCause,
    entries: readonly RefusedEntry[],
  ): number | null {
    const kept = { receivedMs, headers, signature: verdict, signatureCause, sizeBytes: body.length, status: 401 };
    try {
      const [id] = recordNotifications(this.db, [{ ...kept, body: Buffer.from(body.subarray(0, KEPT_BYTES)) }]);
      trimRejectedNotifications(this.db, KEPT);
      const [first] = entries;
      if (id !== undefined && first) {
        recordClaims(this.db, id, { object: first.object, entryIds: entries.map((entry) => entry.id) });
      }
      return id ?? null;
    } catch (error) {
      log.warn({ err: error }, "a rejected webhook call could not be kept as a sample");
      return null;
    }
  }
}
