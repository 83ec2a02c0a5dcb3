/** The token is dead: only connecting again helps. Each is the code of the Page problem that it leads to. */
export const DEAD_TOKEN_FAULTS = [
  "token_invalid",
  "token_app_removed",
  "token_checkpoint",
  "token_password_changed",
  "token_expired",
  "token_unconfirmed_user",
  "token_logged_out",
  "token_role_lost",
] as const;
export type DeadTokenFault = (typeof DEAD_TOKEN_FAULTS)[number];
/** What a refusal says about the token: dead, or alive and not allowed to do this. */
export type TokenFault = DeadTokenFault | "permission_missing";

/** Causes of a dead token, by subcode of error 190 (Meta docs: access token error codes). */
const DEAD_BY_SUBCODE: Readonly<Record<number, DeadTokenFault>> = {
  458: "token_app_removed",
  459: "token_checkpoint",
  460: "token_password_changed",
  463: "token_expired",
  464: "token_unconfirmed_user",
  467: "token_logged_out",
  492: "token_role_lost",
};
/** "A page access token is required": the wrong kind of token was used, which is a fault of ours. */
const WRONG_KIND_OF_TOKEN = 210;
/** Calls and messages that are refused for their number alone; waiting helps (Meta docs: rate limiting). */
const RATE_LIMITS: ReadonlySet<number> = new Set([4, 17, 32, 341, 613, 80001, 80002, 80006]);

/** Whether the token is dead for good, and why; null when the refusal does not say so. */
export function toDeadTokenFault(code: number, subcode: number | null): DeadTokenFault | null {
  if (code !== 190 && code !== 102) return null;
  return DEAD_BY_SUBCODE[subcode ?? 0] ?? "token_invalid";
}

/**
 * What Meta's refusal of a call says about the token, by code and subcode, never by text (Meta docs: Messenger
 * Platform error codes). Null when it says nothing: rate limits, faults that pass, wrong parameters, and the subcodes
 * of the permission codes, which are about the person, the window, the thread or the app's access level.
 */
export function toTokenFault(code: number, subcode: number | null): TokenFault | null {
  const isPermission = code === 10 || (code >= 200 && code <= 299 && code !== WRONG_KIND_OF_TOKEN);
  if (isPermission && !subcode) return "permission_missing";
  return toDeadTokenFault(code, subcode);
}

export function isRateLimit(code: number): boolean {
  return RATE_LIMITS.has(code);
}

/**
 * Meta keeps the Page, or its Instagram account, from sending for now: its policy team decided so, or it looked abusive
 * (Meta docs: Messenger Platform error codes 10/1893063, 100/2534029, 368, 2022). Nothing is wrong with the token.
 */
export function isRestricted(code: number, subcode: number | null): boolean {
  if (code === 368 || code === 2022) return true;
  return (code === 10 && subcode === 1893063) || (code === 100 && subcode === 2534029);
}

/** The app may only write to people with a role on it: development mode, or Standard Access (Meta docs: access levels). */
export function isOnlyForRoles(code: number, subcode: number | null): boolean {
  return code === 200 && subcode === 2018028;
}
