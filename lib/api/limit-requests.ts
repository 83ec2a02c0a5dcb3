import "server-only";
import { getCounter } from "@/lib/abuse/counters";
import { toAddressGroup } from "@/lib/abuse/to-address-group";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError, type ErrorCode } from "@/lib/errors";

/** What somebody meets who tries keys, sessions, codes or addresses that are not theirs. */
const GUESSES: ReadonlySet<ErrorCode> = new Set(["no_session", "not_found", "bad_request"]);

/**
 * Counts a request of somebody who is known: by key, or by session.
 * @throws {AppError} `too_many_requests`
 */
export async function limitCaller({ apiKeyId, sessionId }: Pick<Viewer, "apiKeyId" | "sessionId">): Promise<void> {
  if (apiKeyId !== null) refuse(await getCounter("apiKey").consume(apiKeyId));
  else if (sessionId !== "") refuse(await getCounter("apiSession").consume(sessionId));
}

/**
 * Counts a request of nobody that was refused, by address. Those who are known are not held to it, so nobody can shut
 * out whoever shares an address with them.
 * @returns what to answer: the error itself, or `too_many_requests`
 */
export async function limitRefused(error: unknown, { ip }: { ip: string }): Promise<unknown> {
  const group = toAddressGroup(ip);
  if (group === null || !(error instanceof AppError) || !GUESSES.has(error.code)) return error;
  const waitS = await getCounter("apiRefused").consume(group);
  return waitS === 0 ? error : tooMany(waitS);
}

function refuse(waitS: number): void {
  if (waitS > 0) throw tooMany(waitS);
}

function tooMany(retryAfterS: number): AppError {
  return new AppError("too_many_requests", `Too many requests. Go on in ${retryAfterS} seconds.`, { retryAfterS });
}
