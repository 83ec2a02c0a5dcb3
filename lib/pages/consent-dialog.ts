import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { getEnv } from "@/lib/env";

/** What the desk asks for, and nothing it does not use (Meta docs: permissions). */
const SCOPE = [
  "pages_show_list",
  "pages_messaging",
  "pages_manage_metadata",
  "pages_read_engagement",
  "business_management",
];

export const CONSENT_COOKIE = "pagedesk.consent";
export const CONSENT_MAX_AGE_S = 10 * 60;
const CALLBACK_PATH = "/api/pages/connect/callback";

export function consentRedirectUri(): string {
  return `${getEnv().PUBLIC_URL}${CALLBACK_PATH}`;
}

/** The dialog in which a person lets the desk manage Pages (Meta docs: login dialog). */
export function toConsentDialogUrl(state: string): string {
  const env = getEnv();
  const url = new URL(`${env.FACEBOOK_DIALOG_URL}/${env.GRAPH_API_VERSION}/dialog/oauth`);
  url.search = new URLSearchParams({
    client_id: env.FACEBOOK_APP_ID,
    redirect_uri: consentRedirectUri(),
    state,
    response_type: "code",
    // Without it the dialog silently skips what was declined before.
    auth_type: "rerequest",
    scope: SCOPE.join(","),
  }).toString();
  return url.href;
}

/** A one-time state: the browser that comes back with it must hold the cookie, and be signed in as the same session. */
export function createConsentState(): string {
  return randomBytes(24).toString("base64url");
}

/** What the cookie holds: the state, tied to the session that asked. */
export function signConsentState(state: string, sessionId: string): string {
  const key = getEnv().AUTH_SECRET;
  return createHmac("sha256", key).update(`page consent|${sessionId}|${state}`).digest("base64url");
}

export function isConsentState(state: string, sessionId: string, cookie: string): boolean {
  const [expected, given] = [Buffer.from(signConsentState(state, sessionId)), Buffer.from(cookie)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
