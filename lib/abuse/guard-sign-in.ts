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
const CALLBACK = /^\/api\/auth\/callback\/([\w-]+)\/?$/;

type Handle = (request: NextRequest) => Promise<Response>;

/**
 * Stands before next-auth, which reads bodies of any size and counts nothing: what comes in is bounded, and whoever
 * fails to sign in too often has to wait. Answers 429 to programs, and leads a browser that comes from Facebook's dialog
 * back to the sign-in page, which says so.
 */
export async function guardSignIn(request: NextRequest, handle: Handle): Promise<Response> {
  try {
    const body = request.method === "POST" ? await readBounded(request, MAX_BYTES) : null;
    const again = body === null ? request : withBody(request, body);
    const provider = CALLBACK.exec(request.nextUrl.pathname)?.[1];
    if (provider === undefined) return await handle(again);
    return await count(again, toAccount(provider, body), handle);
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

function toAccount(provider: string, body: Buffer | null): string | undefined {
  if (provider !== "password" || body === null) return undefined;
  return new URLSearchParams(body.toString("utf8")).get("email") ?? "";
}

function withBody(request: NextRequest, body: Buffer): NextRequest {
  return new NextRequest(request.url, { method: request.method, headers: request.headers, body: new Uint8Array(body) });
}
