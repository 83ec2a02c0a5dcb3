import { findThreadOf, ownerOf } from "../../state/threads";
import type { World } from "../../world";
import { authenticate, mayUse, requirePageToken } from "../authenticate";
import { GraphError, invalidParameter } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";

const OWNED_MS = 24 * 3_600_000;

/**
 * `GET /{page-id}/thread_owner?recipient=<PSID>`: the app that owns the thread, named only to itself and to the
 * Page's default app. Nobody's thread: an empty list.
 *
 * @see Meta docs: messenger-platform/conversation-routing
 */
export function threadOwner(world: World, request: GraphRequest): GraphAnswer {
  const caller = requirePageToken(authenticate(world, request), request.segments[0] ?? "me");
  if (!mayUse(world, caller, "pages_messaging")) {
    throw new GraphError("(#230) Requires pages_messaging permission to manage the object", { code: 230, status: 403 });
  }
  const recipient = request.params.text("recipient");
  if (recipient === undefined) throw invalidParameter("The parameter recipient is required.");
  const thread = findThreadOf(world.state, caller.page, recipient);
  if (thread === null) throw invalidParameter("No matching user found", 2018001);
  const ownerAppId = ownerOf(world.state, thread);
  if (ownerAppId === null) return { body: { data: [] } };
  const { id } = world.state.app;
  const mayKnow = ownerAppId === id || caller.page.defaultAppId === id;
  const untilMs = (thread.lastMessageAtMs ?? world.clock.nowMs()) + OWNED_MS;
  const owner = { ...(mayKnow ? { app_id: ownerAppId } : {}), expiration: Math.floor(untilMs / 1000) };
  return { body: { data: [{ thread_owner: owner }] } };
}

/** `GET /{page-id}/secondary_receivers`: the other apps on the Page that take messages. */
export function secondaryReceivers(world: World, request: GraphRequest): GraphAnswer {
  const { page } = requirePageToken(authenticate(world, request), request.segments[0] ?? "me");
  const others = [...page.subscribedApps.values()].filter(({ id }) => id !== world.state.app.id);
  return { body: { data: others.map(({ id, name }) => ({ id, name })) } };
}
