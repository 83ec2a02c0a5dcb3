import { aRole } from "../seed/demo-accounts";
import {
  issueForeignPageToken,
  issuePageToken,
  issueSystemUserToken,
  issueUserToken,
  killTokens,
  type TokenDeathCause,
} from "../state/access-tokens";
import { narrowPermission, revokeApp, revokePermission } from "../state/revoke";
import { type CallbackAnswer, type CallbackName, callBack, type SignedRequestKind } from "../state/signed-callbacks";
import type { AccessToken, GrantStatus, PageRole, User } from "../state/simulator-state";
import type { World } from "../world";

/** Somebody who signs in, and what they do at Facebook that the desk learns of only by failing. */
export interface UserHandle {
  readonly user: User;
  /** Kills the tokens made from this person; answers how many. */
  killTokens(cause?: TokenDeathCause): number;
  changesPassword(): number;
  /** The deauthorize callback is told, with a signed request of this kind. */
  removesApp(signedRequest?: SignedRequestKind): void;
  removesPermission(permission: string, status?: Exclude<GrantStatus, "granted">): void;
  /** The permission covers only these Pages, until the next consent. */
  narrowsPermission(permission: string, pageIds: readonly string[]): void;
  losesRole(pageId: string): void;
  /** Gives the role back, or another one: fewer tasks, through a business, or missing in the list of Pages. */
  regainsRole(pageId: string, role?: Partial<PageRole>): void;
  /** Grants without the dialog and answers a long-lived user token: for tests that are not about signing in. */
  grants(given?: { permissions?: string[]; pageIds?: string[] }): AccessToken;
  /** The Page token that goes with a user token of `grants`. */
  pageToken(from: AccessToken, pageId: string): AccessToken;
  /** A Page token as the Graph API Explorer makes one, to be pasted; with an `appId` it is another app's. */
  issuesPageToken(pageId: string, given?: { permissions?: string[]; appId?: string }): AccessToken;
  /** A token of a system user, without an expiry date unless given one. @throws Error when this is a person */
  issuesSystemToken(given?: { expiresInMs?: number }): AccessToken;
  /** @throws Error when no address is set or the app does not answer */
  asksForDataDeletion(): Promise<CallbackAnswer>;
  /** POSTs a signed request, right or wrong, to one of the app's two callbacks. @throws Error as above */
  callsBack(name: CallbackName, kind?: SignedRequestKind | "repeat"): Promise<CallbackAnswer>;
}

export const PAGE_PERMISSIONS = [
  "public_profile",
  "email",
  "pages_show_list",
  "pages_messaging",
  "pages_manage_metadata",
  "pages_read_engagement",
];

export function toUserHandle(world: World, user: User): UserHandle {
  const { state, clock, log } = world;
  const kill = (cause: TokenDeathCause) => {
    const count = killTokens(state, clock, cause, (token) => token.userId === user.id);
    log.remark("warn", "tokens_died", `${count} tokens of ${user.name} died (${cause}).`, clock.nowMs());
    return count;
  };
  return {
    user,
    killTokens: (cause = "expired") => kill(cause),
    changesPassword: () => kill("password_changed"),
    removesApp: (signedRequest) => revokeApp(world, user, signedRequest),
    removesPermission: (permission, status) => revokePermission(world, user, permission, status),
    narrowsPermission: (permission, pageIds) => narrowPermission(world, user, permission, pageIds),
    losesRole: (pageId) => {
      user.pages.delete(pageId);
      log.remark("warn", "role_lost", `${user.name} lost the role on ${pageId}.`, clock.nowMs(), pageId);
    },
    regainsRole: (pageId, role = {}) => {
      user.pages.set(pageId, aRole(role));
    },
    grants: ({ permissions = PAGE_PERMISSIONS, pageIds = [...user.pages.keys()] } = {}) => {
      for (const permission of permissions) user.grants.set(permission, "granted");
      user.grantedPages = new Set(pageIds);
      user.narrowed.clear();
      return issueUserToken(state, clock, user, { longLived: true });
    },
    pageToken: (from, pageId) => issuePageToken(state, clock, from, pageId),
    issuesPageToken: (pageId, { permissions = PAGE_PERMISSIONS, appId = state.app.id } = {}) => {
      if (appId !== state.app.id) return issueForeignPageToken(state, clock, user, { pageId, appId });
      for (const permission of permissions) user.grants.set(permission, "granted");
      user.grantedPages.add(pageId);
      return issuePageToken(state, clock, issueUserToken(state, clock, user, { longLived: true }), pageId);
    },
    issuesSystemToken: (given) => {
      if (!user.isSystem) throw new Error(`${user.name} is a person, not a system user.`);
      return issueSystemUserToken(state, clock, user, given);
    },
    asksForDataDeletion: () => callBack(world, user, "data-deletion"),
    callsBack: (name, kind) => callBack(world, user, name, kind),
  };
}
