import { fetchJson } from "@/components/fetch-json";

/**
 * Starts a sign-in or ends a session, without next-auth's own client (its 7 KB do nothing else for us).
 * Answers the address to go to next.
 */
export async function postToNextAuth(action: "signin/facebook" | "signout", callbackUrl: string): Promise<string> {
  const { csrfToken } = await fetchJson<{ csrfToken: string }>("/api/auth/csrf");
  const { url } = await fetchJson<{ url: string }>(`/api/auth/${action}`, {
    method: "POST",
    form: { csrfToken, callbackUrl, json: "true" },
  });
  return url;
}
