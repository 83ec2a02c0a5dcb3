import { newAccessToken } from "../new-id";
import type { VirtualClock } from "../virtual-clock";
import { coversPage } from "./page-coverage";
import type { AccessToken, SimulatorState, User } from "./simulator-state";

const SHORT_LIVED_MS = 90 * 60_000;
const LONG_LIVED_MS = 60 * 24 * 3_600_000;

/** A user token as the code exchange gives it (1–2 hours), or the long-lived one (about 60 days). */
export function issueUserToken(
  state: SimulatorState,
  clock: VirtualClock,
  user: User,
  { longLived = false }: { longLived?: boolean } = {},
): AccessToken {
  const issuedAtMs = clock.nowMs();
  return keep(state, {
    value: newAccessToken(),
    kind: "USER",
    appId: state.app.id,
    userId: user.id,
    pageId: null,
    scopes: grantedScopes(user),
    issuedAtMs,
    expiresAtMs: issuedAtMs + (longLived ? LONG_LIVED_MS : SHORT_LIVED_MS),
    death: null,
  });
}

/**
 * The token of a system user, as a business makes it in its settings. It has no expiry date unless given one.
 *
 * @see https://developers.facebook.com/documentation/facebook-login/guides/access-tokens (system user tokens)
 */
export function issueSystemUserToken(
  state: SimulatorState,
  clock: VirtualClock,
  user: User,
  { expiresInMs }: { expiresInMs?: number } = {},
): AccessToken {
  const issuedAtMs = clock.nowMs();
  return keep(state, {
    value: newAccessToken(),
    kind: "SYSTEM_USER",
    appId: state.app.id,
    userId: user.id,
    pageId: null,
    scopes: grantedScopes(user),
    issuedAtMs,
    expiresAtMs: expiresInMs === undefined ? 0 : issuedAtMs + expiresInMs,
    death: null,
  });
}

/** A Page token that was made for another app: it works there, and not here. */
export function issueForeignPageToken(
  state: SimulatorState,
  clock: VirtualClock,
  user: User,
  { pageId, appId }: { pageId: string; appId: string },
): AccessToken {
  return keep(state, {
    value: newAccessToken(),
    kind: "PAGE",
    appId,
    userId: user.id,
    pageId,
    scopes: grantedScopes(user),
    issuedAtMs: clock.nowMs(),
    expiresAtMs: 0,
    death: null,
  });
}

/**
 * The Page token of a user token: the same one each time for the same user token, dying with a short-lived user
 * token and without an expiry date when made from a long-lived one.
 */
export function issuePageToken(
  state: SimulatorState,
  clock: VirtualClock,
  from: AccessToken,
  pageId: string,
): AccessToken {
  const isLongLived = from.expiresAtMs === 0 || from.expiresAtMs - from.issuedAtMs >= LONG_LIVED_MS;
  const known = [...state.tokens.values()].find(
    (token) =>
      token.pageId === pageId &&
      token.userId === from.userId &&
      token.appId === from.appId &&
      token.death === null &&
      token.expiresAtMs === (isLongLived ? 0 : from.expiresAtMs) &&
      token.scopes.join() === from.scopes.join(),
  );
  if (known !== undefined) return known;
  return keep(state, {
    value: newAccessToken(),
    kind: "PAGE",
    appId: from.appId,
    userId: from.userId,
    pageId,
    scopes: from.scopes,
    issuedAtMs: clock.nowMs(),
    expiresAtMs: isLongLived ? 0 : from.expiresAtMs,
    death: null,
  });
}

/** What the person lets the app do now. */
export function grantedScopes(user: User): string[] {
  return [...user.grants].filter(([, status]) => status === "granted").map(([permission]) => permission);
}

/** A permission the token was issued with and that is still granted, for whichever Pages. */
export function isGranted(state: SimulatorState, token: AccessToken, scope: string): boolean {
  return token.scopes.includes(scope) && state.users.get(token.userId)?.grants.get(scope) === "granted";
}

/** A token works only for what it was issued with, what is still granted, and, on a Page, what covers that Page. */
export function hasScope(state: SimulatorState, token: AccessToken, scope: string): boolean {
  if (!isGranted(state, token, scope)) return false;
  const user = state.users.get(token.userId);
  return token.pageId === null || user === undefined || coversPage(user, scope, token.pageId);
}

/** Why the token no longer works (subcode of error 190), or null. */
export function findTokenDeath(
  state: SimulatorState,
  clock: VirtualClock,
  token: AccessToken,
): { subcode: number; message: string } | null {
  if (token.death !== null) return token.death;
  if (token.expiresAtMs !== 0 && token.expiresAtMs <= clock.nowMs()) return expired(token.expiresAtMs, clock.nowMs());
  const role = token.pageId === null ? null : state.users.get(token.userId)?.pages.get(token.pageId);
  if (role === undefined) return DEATHS.role_lost(state.app.id);
  return null;
}

export const TOKEN_DEATH_CAUSES = [
  "expired",
  "password_changed",
  "app_removed",
  "role_lost",
  "checkpoint",
  "unconfirmed",
  "logged_out",
] as const;
export type TokenDeathCause = (typeof TOKEN_DEATH_CAUSES)[number];

const PREFIX = "Error validating access token: ";

const DEATHS: Record<Exclude<TokenDeathCause, "expired">, (appId: string) => { subcode: number; message: string }> = {
  password_changed: () => ({
    subcode: 460,
    message: `${PREFIX}The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.`,
  }),
  app_removed: (appId) => ({
    subcode: 458,
    message: `${PREFIX}The user has not authorized application ${appId}.`,
  }),
  role_lost: () => ({
    subcode: 492,
    message: `${PREFIX}The user must be an administrator, editor, or moderator of the page in order to impersonate it.`,
  }),
  checkpoint: () => ({
    subcode: 459,
    message: `${PREFIX}You cannot access the app till you log in to www.facebook.com and follow the instructions given.`,
  }),
  unconfirmed: () => ({
    subcode: 464,
    message: `${PREFIX}Sessions for the user are not allowed because the user is not a confirmed user.`,
  }),
  logged_out: () => ({
    subcode: 467,
    message: `${PREFIX}This may be because the user logged out or may be due to a system error.`,
  }),
};

/** Kills every live token that `matches`; answers how many. */
export function killTokens(
  state: SimulatorState,
  clock: VirtualClock,
  cause: TokenDeathCause,
  matches: (token: AccessToken) => boolean,
): number {
  const dying = [...state.tokens.values()].filter((token) => token.death === null && matches(token));
  for (const token of dying) {
    const nowMs = clock.nowMs();
    token.death = cause === "expired" ? expired(nowMs - 1_000, nowMs) : DEATHS[cause](state.app.id);
  }
  return dying.length;
}

function expired(atMs: number, nowMs: number) {
  const message = `${PREFIX}Session has expired on ${toGraphDate(atMs)}. The current time is ${toGraphDate(nowMs)}.`;
  return { subcode: 463, message };
}

/** `Friday, 20-Nov-26 04:00:00 PST`, the form in which Graph's token errors print a time. */
function toGraphDate(ms: number): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: "America/Los_Angeles",
    weekday: "long",
    day: "2-digit",
    month: "short",
    year: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).formatToParts(ms);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("weekday")}, ${of("day")}-${of("month")}-${of("year")} ${of("hour")}:${of("minute")}:${of("second")} ${of("timeZoneName")}`;
}

function keep(state: SimulatorState, token: AccessToken): AccessToken {
  state.tokens.set(token.value, token);
  return token;
}
