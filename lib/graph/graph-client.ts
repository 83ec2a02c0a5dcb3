import "server-only";
import { createHmac } from "node:crypto";
import type { z } from "zod";
import { GraphError, GraphUnavailableError, graphErrorBody } from "./graph-error";
import { withoutSecrets } from "./without-secrets";

export type GraphSettings = {
  /** Such as `https://graph.facebook.com`. */
  baseUrl: string;
  /** Such as `v26.0`. */
  version: string;
  appId: string;
  appSecret: string;
  timeoutMs?: number;
};

export type GraphRequest<T> = {
  method: "GET" | "POST" | "DELETE";
  /** Below the version, without a slash: `me/accounts`. */
  path: string;
  /** Goes into the `Authorization` header, and never anywhere else. Null: the call needs none. */
  token: string | null;
  /** Never a secret: it stands in the URL. */
  query?: Record<string, string>;
  /** Sent as a form: the place for everything else that is not JSON. */
  form?: Record<string, string>;
  json?: unknown;
  /** Sent as multipart/form-data: the place for files. */
  multipart?: FormData;
  /** For calls that take longer than others: ms until it is given up. */
  timeoutMs?: number;
  /** Told the usage headers of the answer, whatever it is. */
  onUsage?: (headers: UsageHeaders) => void;
  /** What the answer must look like. */
  answer: z.ZodType<T>;
};

/** By lower-case name, as Meta sent them; see `readUsage`. */
export type UsageHeaders = Readonly<Record<string, string>>;

const TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
const USAGE_HEADERS = ["x-app-usage", "x-page-usage", "x-business-use-case-usage"];

/** The only code that speaks HTTP to the Graph API. */
export class GraphClient {
  constructor(private readonly settings: GraphSettings) {}

  /** For calls about the app itself (Meta docs: access tokens, app access token). */
  get appToken(): string {
    return `${this.settings.appId}|${this.settings.appSecret}`;
  }

  get appId(): string {
    return this.settings.appId;
  }

  /** The secret that signs calls; only for the exchange of login codes and tokens, in a form body. */
  get appSecret(): string {
    return this.settings.appSecret;
  }

  /**
   * @throws {GraphError} when Graph says no, also with HTTP 200
   * @throws {GraphUnavailableError} on time-out, broken connection, or an answer that is not Graph's
   */
  async call<T>(request: GraphRequest<T>): Promise<T> {
    const response = await this.#fetch(request);
    const text = await readBounded(response);
    const usage = pickUsage(response.headers);
    request.onUsage?.(usage);
    const body = parseJson(text);
    const refusal = graphErrorBody.safeParse(body);
    if (refusal.success) {
      const { error } = refusal.data;
      const message = withoutSecrets(error.message, this.#secretsOf(request));
      throw new GraphError({ ...error, message }, { httpStatus: response.status, usage });
    }
    const answer = request.answer.safeParse(body);
    if (response.ok && answer.success) return answer.data;
    const cause = answer.success ? undefined : answer.error;
    throw new GraphUnavailableError(`Facebook answered ${response.status} with something unexpected.`, {
      mayHaveArrived: true,
      cause,
    });
  }

  async #fetch<T>({
    method,
    path,
    token,
    query,
    form,
    json,
    multipart,
    ...request
  }: GraphRequest<T>): Promise<Response> {
    const { baseUrl, version } = this.settings;
    const timeoutMs = request.timeoutMs ?? this.settings.timeoutMs ?? TIMEOUT_MS;
    const url = new URL(`${baseUrl}/${version}/${path}`);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const proof = token === null ? null : this.#proof(token);
    const headers: Record<string, string> = { accept: "application/json" };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    if (json !== undefined) headers["content-type"] = "application/json";
    if (proof !== null) url.searchParams.set("appsecret_proof", proof);
    const body = json === undefined ? (multipart ?? (form && new URLSearchParams(form))) : JSON.stringify(json);
    try {
      return await fetch(url, {
        method,
        headers,
        signal: AbortSignal.timeout(timeoutMs),
        redirect: "error",
        ...(body === undefined ? {} : { body }),
      });
    } catch (cause) {
      throw new GraphUnavailableError("Facebook could not be reached.", { mayHaveArrived: !isRefused(cause), cause });
    }
  }

  #secretsOf({ token, form }: GraphRequest<unknown>): string[] {
    const { appSecret } = this.settings;
    return [token, appSecret, form?.fb_exchange_token, form?.code].filter((secret) => typeof secret === "string");
  }

  /** Proves that the call comes from somebody who knows the app secret (Meta docs: secure Graph API calls). */
  #proof(token: string): string {
    return createHmac("sha256", this.settings.appSecret).update(token).digest("hex");
  }
}

const NO_CONNECTION: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);
/** The other side could not show who it is: that is asked before anything is sent. */
const NO_TRUST = /^(CERT_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** No connection was made, so nothing can have arrived. */
function isRefused(error: unknown): boolean {
  const { code, syscall } = toCause(error);
  return NO_CONNECTION.has(code) || syscall === "connect" || NO_TRUST.test(code ?? "");
}

/** Of several addresses that were tried, the last one's words. */
function toCause(error: unknown): { code?: string; syscall?: string } {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AggregateError) return { ...(cause.errors.at(-1) as object) };
  return { ...(cause as object | undefined) };
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MAX_ANSWER_BYTES) throw new Error("The answer is too large.");
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new GraphUnavailableError("Facebook's answer broke off.", { mayHaveArrived: true, cause });
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // HTML, during outages.
  }
}

function pickUsage(headers: Headers): Record<string, string> {
  const found = USAGE_HEADERS.map((name) => [name, headers.get(name)] as const);
  return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== null));
}
