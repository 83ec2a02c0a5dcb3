import { ApiError, fetchJson } from "@/components/fetch-json";

type Action = "signin/facebook" | "callback/password" | "signout";

/**
 * Starts a sign-in or ends a session, without next-auth's own client (its 7 KB do nothing else for us).
 * Answers the address to go to next.
 */
export async function postToNextAuth(
  action: Action,
  callbackUrl: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const { csrfToken } = await fetchJson<{ csrfToken: string }>("/api/auth/csrf");
  const { url } = await fetchJson<{ url: string }>(`/api/auth/${action}`, {
    method: "POST",
    form: { ...fields, csrfToken, callbackUrl, json: "true" },
  });
  return url;
}

/** Signs in with an address and a password. @returns where to go next; null when they are nobody's */
export async function signInWithPassword(email: string, password: string, callbackUrl: string): Promise<string | null> {
  try {
    return await postToNextAuth("callback/password", callbackUrl, { email, password });
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}
