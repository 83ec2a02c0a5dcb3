import { type NextRequest, NextResponse } from "next/server";

/** Everything but the API, the webhook and static files. A matched body would be cloned and cut at 10 MB. */
export const config = { matcher: ["/((?!api/|webhook|_next/|.*\\.(?:svg|png|ico|woff2|js|css|json)$).*)"] };

const SETUP_COOKIE = "pagedesk.setup";
const SETUP_COOKIE_MAX_AGE_S = 15 * 60;

/** Gives every page its Content Security Policy, and takes the set-up token out of the address into a cookie. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = toPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search); // Where to come back to after signing in.
  headers.set("content-security-policy", policy); // Next puts the nonce on its own scripts when it finds it here.
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const setupToken = request.nextUrl.pathname === "/setup" ? request.nextUrl.searchParams.get("token") : null;
  if (setupToken) {
    const secure = (process.env.PUBLIC_URL ?? "").startsWith("https:");
    response.cookies.set(SETUP_COOKIE, setupToken, {
      httpOnly: true,
      sameSite: "lax",
      secure,
      maxAge: SETUP_COOKIE_MAX_AGE_S,
      path: "/",
    });
  }
  return response;
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
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
