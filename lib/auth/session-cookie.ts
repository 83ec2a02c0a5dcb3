import "server-only";
import { decode } from "next-auth/jwt";
import { getEnv } from "@/lib/env";

export const SESSION_MAX_AGE_S = 30 * 24 * 60 * 60;
export const SETUP_COOKIE = "pagedesk.setup";
export const INVITATION_COOKIE = "pagedesk.invitation";

/** What the cookie says. Without `sessionId` it is somebody who signed in at Facebook and is not invited. */
export type SessionClaims = { name: string; sessionId: string | null };
type CookieReader = { get(name: string): { value: string } | undefined };

export function isSecure(): boolean {
  return getEnv().PUBLIC_URL.startsWith("https:");
}

/** next-auth's names; behind TLS the browser itself refuses to let other hosts set the cookie. */
export function sessionCookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** Reads the signed and encrypted cookie; null when there is none or it is not ours. */
export async function readSessionCookie(cookies: CookieReader): Promise<SessionClaims | null> {
  const token = cookies.get(sessionCookieName())?.value;
  if (!token) return null;
  try {
    const claims = await decode({ token, secret: getEnv().AUTH_SECRET });
    if (!claims) return null;
    return { name: claims.name ?? "", sessionId: typeof claims.sessionId === "string" ? claims.sessionId : null };
  } catch {
    return null; // Forged, expired, or made with another secret.
  }
}
