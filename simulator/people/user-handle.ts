import { issuePageToken, issueUserToken, killTokens, type TokenDeathCause } from "../state/access-tokens";
import { type DeletionAnswer, requestDataDeletion, revokeApp, revokePermission } from "../state/revoke";
import { type AccessToken, ALL_TASKS, type User } from "../state/simulator-state";
import type { World } from "../world";

/** Somebody who signs in, and what they do at Facebook that the desk learns of only by failing. */
export interface UserHandle {
  readonly user: User;
  /** Kills the tokens made from this person; answers how many. */
  killTokens(cause?: TokenDeathCause): number;
  changesPassword(): number;
  removesApp(): void;
  removesPermission(permission: string): void;
  losesRole(pageId: string): void;
  regainsRole(pageId: string): void;
  /** Grants without the dialog and answers a long-lived user token: for tests that are not about signing in. */
  grants(given?: { permissions?: string[]; pageIds?: string[] }): AccessToken;
  /** The Page token that goes with a user token of `grants`. */
  pageToken(from: AccessToken, pageId: string): AccessToken;
  asksForDataDeletion(): Promise<DeletionAnswer>;
}

const PAGE_PERMISSIONS = [
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
    removesApp: () => revokeApp(world, user),
    removesPermission: (permission) => revokePermission(world, user, permission),
    losesRole: (pageId) => {
      user.pages.delete(pageId);
      log.remark("warn", "role_lost", `${user.name} lost the role on ${pageId}.`, clock.nowMs(), pageId);
    },
    regainsRole: (pageId) => {
      user.pages.set(pageId, { tasks: [...ALL_TASKS], viaBusiness: false });
    },
    grants: ({ permissions = PAGE_PERMISSIONS, pageIds = [...user.pages.keys()] } = {}) => {
      for (const permission of permissions) user.grants.set(permission, "granted");
      user.grantedPages = new Set(pageIds);
      return issueUserToken(state, clock, user, { longLived: true });
    },
    pageToken: (from, pageId) => issuePageToken(state, clock, from, pageId),
    asksForDataDeletion: () => requestDataDeletion(world, user),
  };
}
