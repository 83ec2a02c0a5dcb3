import type { World } from "../world";
import { killTokens } from "./access-tokens";
import { callBack, type SignedRequestKind } from "./signed-callbacks";
import type { GrantStatus, User } from "./simulator-state";

/**
 * The person removes the app: every token made from them dies (190/458), the Pages stay subscribed only as far as
 * somebody else's token keeps them, and the deauthorize callback is told with a signed request.
 */
export function revokeApp(world: World, user: User, signedRequest: SignedRequestKind = "good"): void {
  const { state, clock, settings } = world;
  killTokens(state, clock, "app_removed", (token) => token.userId === user.id);
  user.grants.clear();
  user.grantedPages.clear();
  user.narrowed.clear();
  world.log.remark("warn", "app_removed", `${user.name} removed the app.`, clock.nowMs());
  if (settings.deauthorizeUrl !== null) tellApp(world, user, settings.deauthorizeUrl, signedRequest);
}

/** The person takes one permission back, or it runs out unused; the token lives on without it. */
export function revokePermission(
  world: World,
  user: User,
  permission: string,
  status: Exclude<GrantStatus, "granted"> = "declined",
): void {
  if (user.grants.has(permission)) user.grants.set(permission, status);
  const what =
    status === "declined" ? `took back ${permission}` : `did not use ${permission} for so long that it ended`;
  world.log.remark("warn", "permission_removed", `${user.name} ${what}.`, world.clock.nowMs());
}

/** The permission covers only these Pages from now on; an empty list: none. */
export function narrowPermission(world: World, user: User, permission: string, pageIds: readonly string[]): void {
  user.narrowed.set(permission, new Set(pageIds));
  const text = `${user.name} lets ${permission} cover ${pageIds.length} Pages only.`;
  world.log.remark("warn", "permission_narrowed", text, world.clock.nowMs());
}

function tellApp(world: World, user: User, url: string, kind: SignedRequestKind): void {
  const end = world.work.begin();
  callBack(world, user, "deauthorize", kind)
    .then(({ status }) =>
      world.log.remark("info", "deauthorize_callback", `${url} answered ${status}.`, world.clock.nowMs()),
    )
    .catch((error: Error) =>
      world.log.remark("alert", "deauthorize_callback", `${url}: ${error.message}`, world.clock.nowMs()),
    )
    .finally(end);
}
