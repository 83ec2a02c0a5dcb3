import "server-only";
import { type Db, isDatabaseUnavailable } from "@/lib/db/db";
import { log } from "@/lib/log";
import { verifySignature } from "@/lib/messenger/signature";
import { isForeignObject } from "./foreign-object";
import { GroupCommit } from "./group-commit";
import { answerHandshake } from "./handshake";
import { RejectedSample } from "./rejected-sample";
import { WebhookCounters } from "./webhook-counters";

export type WebhookRequest = {
  method: string;
  query: () => URLSearchParams;
  /** Value of a header by its lower-case name. */
  header: (name: string) => string | undefined;
  /** The raw body, or null as soon as it is found to be over `maxBytes`. */
  readBody: (maxBytes: number) => Promise<Buffer | null>;
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
  readonly #rejected: RejectedSample;
  readonly #counters: WebhookCounters;

  constructor(
    private readonly db: Db,
    private readonly settings: WebhookSettings,
    private readonly hooks: Hooks,
  ) {
    this.#commits = new GroupCommit(db, hooks.onAccepted);
    this.#rejected = new RejectedSample(db);
    this.#counters = new WebhookCounters(db);
  }

  answer(request: WebhookRequest): Promise<WebhookAnswer> {
    return request.method === "POST" ? this.#accept(request) : this.#answerUnstored(request);
  }

  /** Writes what is only counted so far. */
  close(): void {
    this.#counters.flush();
  }

  async #answerUnstored({ method, query }: WebhookRequest): Promise<WebhookAnswer> {
    if (method === "GET") return answerHandshake(this.db, query(), this.settings.verifyToken, this.#counters);
    return { status: 405, body: "Method Not Allowed", headers: { allow: "GET, POST" } };
  }

  async #accept(request: WebhookRequest): Promise<WebhookAnswer> {
    const startedMs = performance.now();
    const receivedMs = Date.now();
    const body = await request.readBody(this.settings.maxBodyBytes);
    if (body === null) {
      this.#counters.count("too_large");
      return { status: 413, body: "Payload Too Large", headers: { connection: "close" } };
    }
    const signature = verifySignature(
      body,
      { sha256: request.header("x-hub-signature-256"), sha1: request.header("x-hub-signature") },
      { secrets: this.settings.appSecrets, allowSha1: this.settings.allowSha1 },
    );
    const headers = toKeptHeaders(request);
    if (signature !== "valid") {
      this.#counters.count(`signature_${signature}`);
      this.#rejected.offer({ receivedMs, body, headers, signature });
      return { status: 401, body: "Unauthorized" };
    }
    const status = isForeignObject(body) ? 404 : 200;
    const sizeBytes = body.length;
    try {
      const id = await this.#commits.store({
        receivedMs,
        body,
        headers,
        signature,
        sizeBytes,
        status,
      });
      this.hooks.onStored(id, performance.now() - startedMs);
    } catch (error) {
      // Whatever it was, nothing is on disk: Meta must send it again.
      log.error(
        { err: error, databaseUnavailable: isDatabaseUnavailable(error) },
        "a notification could not be stored",
      );
      return { status: 503, body: "Service Unavailable", headers: { "retry-after": "5" } };
    }
    return status === 200 ? { status, body: "EVENT_RECEIVED" } : { status, body: "Not Found" };
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
