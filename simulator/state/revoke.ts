import { toSignedRequest } from "../wire/signed-request";
import type { World } from "../world";
import { killTokens } from "./access-tokens";
import type { User } from "./simulator-state";

/**
 * The person removes the app: every token made from them dies (190/458), the Pages stay subscribed only as far as
 * somebody else's token keeps them, and the deauthorize callback is told with a signed request.
 */
export function revokeApp(world: World, user: User): void {
  const { state, clock, settings } = world;
  killTokens(state, clock, "app_removed", (token) => token.userId === user.id);
  user.grants.clear();
  user.grantedPages.clear();
  world.log.remark("warn", "app_removed", `${user.name} removed the app.`, clock.nowMs());
  if (settings.deauthorizeUrl !== null) postSignedRequest(world, settings.deauthorizeUrl, user);
}

/** The person takes one permission back; the token lives on without it. */
export function revokePermission(world: World, user: User, permission: string): void {
  if (user.grants.has(permission)) user.grants.set(permission, "declined");
  world.log.remark("warn", "permission_removed", `${user.name} took back ${permission}.`, world.clock.nowMs());
}

/** What the app said to a data deletion request; a right answer has `url` and `confirmation_code`. */
export interface DeletionAnswer {
  status: number;
  body: string;
  isComplete: boolean;
}

/** Asks the app to delete the person's data. @throws Error when no address is set or it does not answer */
export async function requestDataDeletion(world: World, user: User): Promise<DeletionAnswer> {
  if (world.settings.dataDeletionUrl === null) throw new Error("No data deletion address is set.");
  const answer = await sendSignedRequest(world, world.settings.dataDeletionUrl, user);
  return { ...answer, isComplete: answer.status === 200 && hasConfirmation(answer.body) };
}

function hasConfirmation(body: string): boolean {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === "object" && json !== null && "url" in json && "confirmation_code" in json;
  } catch {
    return false;
  }
}

function postSignedRequest(world: World, url: string, user: User): void {
  const end = world.work.begin();
  sendSignedRequest(world, url, user)
    .then(({ status }) =>
      world.log.remark("info", "deauthorize_callback", `${url} answered ${status}.`, world.clock.nowMs()),
    )
    .catch((error: Error) =>
      world.log.remark("alert", "deauthorize_callback", `${url}: ${error.message}`, world.clock.nowMs()),
    )
    .finally(end);
}

async function sendSignedRequest(world: World, url: string, user: User): Promise<{ status: number; body: string }> {
  const payload = {
    algorithm: "HMAC-SHA256",
    issued_at: Math.floor(world.clock.nowMs() / 1000),
    user_id: user.id,
  };
  const response = await fetch(url, {
    method: "POST",
    body: new URLSearchParams({ signed_request: toSignedRequest(payload, world.state.app.secret) }),
    signal: AbortSignal.timeout(world.settings.webhookTimeoutMs),
  });
  return { status: response.status, body: await response.text() };
}
