import { type NextRequest, NextResponse } from "next/server";
import { limitPage } from "@/lib/abuse/limit-page";
import { readClientIp } from "@/lib/api/client-ip";
import { isSecure, SETUP_COOKIE } from "@/lib/auth/session-cookie";
import { getEnv } from "@/lib/env";

/** Everything but the API, the webhook and static files. A matched body would be cloned and cut at 10 MB. */
export const config = { matcher: ["/((?!api/|webhook|_next/|.*\\.(?:svg|png|ico|woff2|js|css|json)$).*)"] };

const SETUP_COOKIE_MAX_AGE_S = 15 * 60;

/** Gives every page its Content Security Policy, and takes the set-up token out of the address into a cookie. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, searchParams } = request.nextUrl;
  const cookie = (name: string) => request.cookies.get(name)?.value;
  const waitS = await limitPage(readClientIp(request.headers), { pathname, searchParams, cookie });
  if (waitS > 0) return tooMany(waitS);
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = toPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", pathname + request.nextUrl.search); // Where to come back to after signing in.
  headers.set("content-security-policy", policy); // Next puts the nonce on its own scripts when it finds it here.
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const setupToken = pathname === "/setup" ? searchParams.get("token") : null;
  if (setupToken) {
    response.cookies.set(SETUP_COOKIE, setupToken, {
      httpOnly: true,
      sameSite: "lax",
      secure: isSecure(),
      maxAge: SETUP_COOKIE_MAX_AGE_S,
      path: "/",
    });
  }
  return response;
}

/** In words, for whoever reads it in a browser. */
function tooMany(waitS: number): NextResponse {
  return new NextResponse(`Too many tries from this address. Wait ${Math.ceil(waitS / 60)} min, then try again.\n`, {
    status: 429,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "retry-after": String(waitS),
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    },
  });
}

function toPolicy(nonce: string): string {
  const isDev = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Positions that libraries compute. A style attribute can fetch nothing that img-src and font-src do not allow.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    // Signing in without script is a form of ours that is led on to Facebook; browsers hold that against this list too.
    `form-action 'self' ${new URL(getEnv().FACEBOOK_DIALOG_URL).origin}`,
    "frame-ancestors 'none'",
    ...(isSecure() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
