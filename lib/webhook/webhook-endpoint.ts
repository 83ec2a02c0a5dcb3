import "server-only";
import { type Db, isDatabaseUnavailable } from "@/lib/db/db";
import { log } from "@/lib/log";
import { verifySignature } from "@/lib/messenger/signature";
import { findHeaderCause } from "@/lib/messenger/signature-cause";
import { listRefusedEntries } from "@/lib/webhook-failures/list-refused-entries";
import type { WebhookFailureLedger } from "@/lib/webhook-failures/webhook-failure-ledger";
import { isForeignObject } from "./foreign-object";
import { GroupCommit } from "./group-commit";
import { answerHandshake } from "./handshake";
import { RejectedCalls } from "./rejected-calls";

export type WebhookRequest = {
  method: string;
  query: () => URLSearchParams;
  /** Value of a header by its lower-case name. */
  header: (name: string) => string | undefined;
  /** Who is calling, as far as that is known. */
  ip: string;
  /** The raw body, or null as soon as it is found to be over `maxBytes`. `isBare`: no signature of it can be right. */
  readBody: (maxBytes: number, isBare: boolean) => Promise<Buffer | null>;
};

/** With every answer. `no-transform`: Next would compress the challenge, and it has to come back exactly. */
export const ANSWER_HEADERS = { "content-type": "text/plain", "cache-control": "no-store, no-transform" };

/** `headers` are the ones beyond `ANSWER_HEADERS`. */
export type WebhookAnswer = { status: number; body: string; headers?: Record<string, string> };

export type WebhookSettings = {
  verifyToken: string;
  appSecrets: readonly string[];
  allowSha1: boolean;
  maxBodyBytes: number;
};

type Hooks = {
  /** Called after each commit: there is something to interpret. */
  onAccepted: () => void;
  /** Called with the time a stored notification took, from request to commit. */
  onStored: (id: number, durationMs: number) => void;
};

type Slow = { receivedMs: number; durationMs: number; notificationId: number };

const UNAUTHORIZED: WebhookAnswer = { status: 401, body: "Unauthorized" };
const SLOW_MS = 2_000;
/** After that, Meta no longer waits for the answer and sends it again (Meta docs: webhooks). */
const META_WAITS_MS = 5_000;

const KEPT_HEADERS = [
  "content-type",
  "content-length",
  "user-agent",
  "x-hub-signature-256",
  "x-hub-signature",
  "x-forwarded-for",
] as const;

/** The webhook of every linked Page: what is answered to whom is the table in docs/architecture.md ("What the webhook answers"). */
export class WebhookEndpoint {
  readonly #commits: GroupCommit;
  readonly #rejected: RejectedCalls;

  constructor(
    private readonly db: Db,
    private readonly settings: WebhookSettings,
    private readonly ledger: WebhookFailureLedger,
    private readonly hooks: Hooks,
  ) {
    this.#commits = new GroupCommit(db, hooks.onAccepted);
    this.#rejected = new RejectedCalls(db, settings, ledger);
  }

  answer(request: WebhookRequest): Promise<WebhookAnswer> {
    return request.method === "POST" ? this.#accept(request) : this.#answerUnstored(request);
  }

  async #answerUnstored({ method, query }: WebhookRequest): Promise<WebhookAnswer> {
    if (method === "GET") return answerHandshake(this.db, query(), this.settings.verifyToken, this.ledger);
    return { status: 405, body: "Method Not Allowed", headers: { allow: "GET, POST" } };
  }

  async #accept(request: WebhookRequest): Promise<WebhookAnswer> {
    const startedMs = performance.now();
    const receivedMs = Date.now();
    const given = { sha256: request.header("x-hub-signature-256"), sha1: request.header("x-hub-signature") };
    const isBare = findHeaderCause(given, this.settings.allowSha1) !== null;
    if (isBare && !(await this.#rejected.mayRead(request.ip))) {
      this.#rejected.count(given, receivedMs);
      return UNAUTHORIZED;
    }
    const body = await request.readBody(this.settings.maxBodyBytes, isBare);
    if (body === null) {
      this.ledger.note({ kind: "too_large", cause: "over_limit", atMs: receivedMs });
      return { status: 413, body: "Payload Too Large", headers: { connection: "close" } };
    }
    const { appSecrets: secrets, allowSha1 } = this.settings;
    const { verdict, secretIndex, hash } = verifySignature(body, given, { secrets, allowSha1 });
    const headers = toKeptHeaders(request);
    if (verdict !== "valid") {
      this.#rejected.take({ receivedMs, body, headers, verdict, signature: given });
      return UNAUTHORIZED;
    }
    const status = isForeignObject(body) ? 404 : 200;
    try {
      const notificationId = await this.#commits.store({
        receivedMs,
        body,
        headers,
        signature: verdict,
        secretIndex,
        signatureHash: hash,
        sizeBytes: body.length,
        status,
      });
      const durationMs = performance.now() - startedMs;
      this.hooks.onStored(notificationId, durationMs);
      if (durationMs > SLOW_MS) this.#noteSlow(body, { receivedMs, durationMs, notificationId });
      if (status === 200) return { status, body: "EVENT_RECEIVED" };
      this.ledger.note({ kind: "foreign_object", cause: "other_object", atMs: receivedMs, notificationId });
      return { status, body: "Not Found" };
    } catch (error) {
      // Whatever it was, nothing is on disk: Meta must send it again.
      const isUnavailable = isDatabaseUnavailable(error);
      log.error({ err: error, databaseUnavailable: isUnavailable }, "a notification could not be stored");
      const cause = isUnavailable ? "database_unavailable" : "internal";
      this.ledger.note({ kind: "not_stored", cause, atMs: receivedMs });
      this.ledger.noteRefused(listRefusedEntries(body), "not_stored", receivedMs);
      return { status: 503, body: "Service Unavailable", headers: { "retry-after": "5" } };
    }
  }

  #noteSlow(body: Buffer, { receivedMs, durationMs, notificationId }: Slow): void {
    const isTooLate = durationMs > META_WAITS_MS;
    const atMs = Math.round(receivedMs + durationMs);
    this.ledger.note({ kind: "slow", cause: isTooLate ? "over_5s" : "over_2s", atMs, durationMs, notificationId });
    if (isTooLate) this.ledger.noteRefused(listRefusedEntries(body), "slow", atMs);
  }
}

function toKeptHeaders(request: WebhookRequest): string {
  const kept: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = request.header(name);
    if (value !== undefined) kept[name] = value.slice(0, 500);
  }
  return JSON.stringify(kept);
}
