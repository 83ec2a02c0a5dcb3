import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { getEnv } from "@/lib/env";
import type { ConsentPermission } from "./consent-permissions";

export const CONSENT_COOKIE = "pagedesk.consent";
export const CONSENT_MAX_AGE_S = 10 * 60;
const CALLBACK_PATH = "/api/pages/connect/callback";

export function consentRedirectUri(): string {
  return `${getEnv().PUBLIC_URL}${CALLBACK_PATH}`;
}

export type ConsentWish = {
  state: string;
  /** Asks again for what was declined before; without it the dialog silently skips that. */
  isRerequest: boolean;
  permissions: readonly ConsentPermission[];
};

/**
 * The dialog in which a person lets the desk manage Pages (Meta docs: login dialog). With a saved configuration of
 * Facebook Login for Business, that decides what is asked for (Meta docs: Facebook Login for Business).
 */
export function toConsentDialogUrl({ state, isRerequest, permissions }: ConsentWish): string {
  const env = getEnv();
  const scope = permissions.join(",");
  const configId = env.FACEBOOK_LOGIN_CONFIG_ID;
  const url = new URL(`${env.FACEBOOK_DIALOG_URL}/${env.GRAPH_API_VERSION}/dialog/oauth`);
  url.search = new URLSearchParams({
    client_id: env.FACEBOOK_APP_ID,
    redirect_uri: consentRedirectUri(),
    state,
    response_type: "code",
    ...(isRerequest ? { auth_type: "rerequest" } : {}),
    // A configuration that gives system-user tokens answers with the token itself unless told to answer with a code.
    ...(configId === undefined ? { scope } : { config_id: configId, override_default_response_type: "true" }),
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
