import "server-only";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type Address, type Resolve, resolveTarget, type Target } from "./resolve-target";

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES = 4_096;

type Call = { headers: Record<string, string>; body: Buffer };
type Options = {
  /** Default: the setting ALLOW_PRIVATE_TARGETS. */
  allowPrivate?: boolean;
  timeoutMs?: number;
  resolve?: Resolve;
};

/** `answer` is the beginning of the body, at most 4 KB, read as UTF-8. `durationMs` is the time until it was there. */
export type GuardedAnswer = { status: number; durationMs: number; answer: string };

/**
 * Posts to an address that a person typed. The name is looked up once, and the connection goes to what was found and
 * checked then. Redirects are answered as they are, not followed. 10 seconds for all of it: an answer that has begun by
 * then is answered as far as it came.
 *
 * @throws {AppError} `target_refused`, `target_unreachable`
 */
export async function guardedPost(
  address: string,
  call: Call,
  { allowPrivate = getEnv().ALLOW_PRIVATE_TARGETS, timeoutMs = TIMEOUT_MS, resolve }: Options = {},
): Promise<GuardedAnswer> {
  const startedMs = performance.now();
  const timeout = AbortSignal.timeout(timeoutMs);
  const target = await orTimeout(resolveTarget(address, { allowPrivate, resolve }), timeout);
  const response = await send(target, call, timeout);
  const answer = await readBeginning(response);
  return { status: response.statusCode ?? 0, durationMs: Math.round(performance.now() - startedMs), answer };
}

function send({ url, addresses }: Target, { headers, body }: Call, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: "POST",
      headers: { ...headers, "content-length": String(body.length) },
      agent: false,
      lookup: pinTo(addresses),
      signal,
    });
    sent.once("response", resolve);
    sent.on("error", (cause) => reject(toUnreachable(url, cause, signal)));
    sent.end(body);
  });
}

/** Answers what was found before, whatever is asked: there is no second look. */
function pinTo(addresses: Address[]): LookupFunction {
  const [first] = addresses as [Address];
  return (_, { all }, callback) => (all ? callback(null, addresses) : callback(null, first.address, first.family));
}

function orTimeout<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(tooSlow()), { once: true });
    work.then(resolve, reject);
  });
}

async function readBeginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= ANSWER_BYTES) break;
    }
  } catch {
    // Cut off, or too slow: there is an answer all the same, and this is how far it came.
  }
  response.destroy();
  return Buffer.concat(chunks).subarray(0, ANSWER_BYTES).toString("utf8");
}

function tooSlow(cause?: unknown): AppError {
  return new AppError("target_unreachable", "There was no answer within ten seconds.", { cause });
}

function toUnreachable({ host }: URL, cause: NodeJS.ErrnoException, signal: AbortSignal): AppError {
  if (signal.aborted) return tooSlow(cause);
  return new AppError("target_unreachable", `${host} did not answer (${cause.code ?? cause.message}).`, { cause });
}
