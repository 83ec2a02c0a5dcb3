import type { TokenInfo } from "@/lib/graph/debug-token";
import { type DeadTokenFault, toDeadTokenFault } from "@/lib/messenger/token-fault";
import { NEEDED_PERMISSIONS, PICKING_PERMISSIONS } from "./consent-permissions";

/** Why a token is not valid, by what Meta says of it (Meta docs: access token error codes). */
const FAULTS: Readonly<Record<Exclude<DeadTokenFault, "token_invalid">, string>> = {
  token_expired: "it has expired",
  token_password_changed: "its person changed their password, or Facebook ended their session",
  token_app_removed: "its person has removed the app",
  token_role_lost: "its person no longer has a role on the Page",
  token_checkpoint: "its person has to log in at Facebook and pass a check there",
  token_logged_out: "its person has logged out",
  token_unconfirmed_user: "its person has not confirmed their Facebook account",
};

/** Meta says only this much of another app's token (observed: "the App_id did not match the Viewing App"). */
const OTHER_APP = 100;

/** Why a token typed in by hand cannot be used, as a sentence; null when it can. Says nothing of the token's text. */
export function findTokenRefusal(info: TokenInfo, appId: string): string | null {
  if (!info.isValid) {
    if (info.error?.code === OTHER_APP) return `This token was made for another app than this desk's (${appId}).`;
    const fault = info.error && toDeadTokenFault(info.error.code, info.error.subcode);
    if (fault === null || fault === "token_invalid") return "Facebook does not know this token.";
    return `Facebook no longer accepts this token: ${FAULTS[fault]}.`;
  }
  if (info.appId !== appId) {
    return `This token was made for another app (${info.appId}). Make one for the app of this desk (${appId}).`;
  }
  if (info.type === "USER") return "This is a person's own token. Use “Connect Pages”, which asks Facebook for them.";
  if (info.type !== "PAGE" && info.type !== "SYSTEM_USER") {
    return "This is neither a Page's token nor a system user's. Make one of those.";
  }
  return findMissing(info);
}

function findMissing({ type, scopes, granularScopes, profileId }: TokenInfo): string | null {
  const needed = type === "PAGE" ? NEEDED_PERMISSIONS : PICKING_PERMISSIONS;
  const missing = needed.filter((permission) => !scopes.includes(permission));
  if (missing.length > 0) return `This token lacks a permission: ${missing.join(", ")}. Make one that has it.`;
  if (profileId === null) return null;
  const elsewhere = granularScopes
    .filter(({ scope, targetIds }) => needed.includes(scope) && targetIds?.includes(profileId) === false)
    .map(({ scope }) => scope);
  if (elsewhere.length === 0) return null;
  return `This token's permissions do not cover its own Page: ${elsewhere.join(", ")}. Make one that does.`;
}
