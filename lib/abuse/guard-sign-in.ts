import "server-only";
import { NextRequest } from "next/server";
import { readClientIp } from "@/lib/api/client-ip";
import { toProblemResponse } from "@/lib/api/problem-response";
import { readBounded } from "@/lib/api/read-bounded";
import { SETUP_COOKIE, sessionCookieName } from "@/lib/auth/session-cookie";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { judgeSetupGuess } from "./setup-guesses";
import { consumeSignIn, consumeSignInFor, noteSignedIn, tooManySignIns } from "./sign-in-attempts";

/** next-auth's forms have a few fields. */
const MAX_BYTES = 16 * 1024;
/** What of next-auth the desk uses. Not its `_log`, which would write down whatever anybody sends. */
const ACTIONS: ReadonlySet<string> = new Set([
  "callback",
  "csrf",
  "error",
  "providers",
  "session",
  "signin",
  "signout",
]);

type Handle = (request: NextRequest) => Promise<Response>;

/**
 * Stands before next-auth, which reads bodies of any size and counts nothing: what comes in is bounded, and whoever
 * fails to sign in too often has to wait. Answers 429 to programs, and leads a browser that comes from Facebook's dialog
 * back to the sign-in page, which says so.
 * @param segments of the address, as next-auth gets them: what it takes for a sign-in is counted, however it is spelt
 */
export async function guardSignIn(
  request: NextRequest,
  segments: readonly string[],
  handle: Handle,
): Promise<Response> {
  try {
    const fields = request.method === "POST" ? await readFields(request) : null;
    const [action = "", provider = "", ...more] = segments;
    if (!ACTIONS.has(action) || more.length > 0) throw new AppError("not_found", "There is nothing at this address.");
    const again = fields === null ? request : withFields(request, fields);
    if (action !== "callback") return await handle(again);
    return await count(again, provider === "password" ? (fields?.email ?? "") : undefined, handle);
  } catch (error) {
    const isBrowserOnItsWay =
      request.method === "GET" && error instanceof AppError && error.code === "too_many_requests";
    if (!isBrowserOnItsWay) return toProblemResponse(error);
    return Response.redirect(`${getEnv().PUBLIC_URL}/sign-in?error=TooManyRequests`, 303);
  }
}

async function count(request: NextRequest, account: string | undefined, handle: Handle): Promise<Response> {
  const ip = readClientIp(request.headers);
  await consumeSignIn(ip);
  if (account !== undefined) await consumeSignInFor(account);
  const setupToken = request.cookies.get(SETUP_COOKIE)?.value;
  const waitS = setupToken === undefined ? 0 : await judgeSetupGuess(ip, setupToken);
  if (waitS > 0) throw tooManySignIns(waitS);
  const response = await handle(request);
  if (hasSucceeded(response)) await noteSignedIn({ ip, account });
  return response;
}

/** A session began. Nothing else does: what next-auth sends back without having looked at a password is no success. */
function hasSucceeded(response: Response): boolean {
  return response.headers.getSetCookie().some((cookie) => {
    const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
    // A long one is cut in pieces: `.0`, `.1`.
    return name.replace(/\.\d+$/, "") === sessionCookieName() && value !== "";
  });
}

/** Of a form; of several fields with one name the last, as next-auth takes it. */
async function readFields(request: NextRequest): Promise<Record<string, string>> {
  const body = await readBounded(request, MAX_BYTES);
  return Object.fromEntries(new URLSearchParams(body.toString("utf8")));
}

/** Written anew, so that next-auth reads the very fields that were counted: not JSON, and none of them twice. */
function withFields(request: NextRequest, fields: Record<string, string>): NextRequest {
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/x-www-form-urlencoded");
  headers.delete("content-length");
  return new NextRequest(request.url, { method: request.method, headers, body: new URLSearchParams(fields) });
}
