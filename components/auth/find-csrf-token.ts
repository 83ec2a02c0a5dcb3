import "server-only";
import { cookies } from "next/headers";

/**
 * next-auth's CSRF token for a plain HTML form, or null when this browser has none yet. Without script the first submit
 * then only brings the cookie and comes back here; with script the form asks for a token itself.
 */
export async function findCsrfToken(): Promise<string | null> {
  const jar = await cookies();
  // The cookie holds "token|hash"; its name depends on whether the desk is behind TLS.
  const value = (jar.get("__Host-next-auth.csrf-token") ?? jar.get("next-auth.csrf-token"))?.value;
  return value?.split("|")[0] ?? null;
}
