import { noMatchingUser } from "../../send/check-thread";
import { toFields } from "../../send/message-limits";
import { extendHold, passThread, releaseThread, requestThread, takeThread } from "../../send/thread-control";
import type { Page, Thread } from "../../state/simulator-state";
import { findThreadOf, holdEndsMs, holderOf, ownerOf } from "../../state/threads";
import type { World } from "../../world";
import { authenticate, mayUse, requirePageToken } from "../authenticate";
import { GraphError, invalidParameter } from "../graph-error";
import type { GraphAnswer, GraphHandler, GraphRequest } from "../graph-request";
import { checkPageRate } from "../rate-limits";

const OWNED_MS = 24 * 3_600_000;
const MAX_METADATA = 1_000;

interface Control {
  world: World;
  page: Page;
  thread: Thread;
  request: GraphRequest;
  metadata: string | undefined;
}

/** `POST /{page-id}/pass_thread_control` and its neighbours: each answers `{"success":true}`. */
function control(run: (given: Control) => void): GraphHandler {
  return (world, request) => {
    const page = requireMessagingPage(world, request);
    checkPageRate(world, page);
    const metadata = request.params.text("metadata");
    if (metadata !== undefined && metadata.length > MAX_METADATA) {
      throw invalidParameter(`Length of param metadata must be less than or equal to ${MAX_METADATA}`);
    }
    run({ world, page, thread: findRecipient(world, request, page), request, metadata });
    return { body: { success: true } };
  };
}

export const passThreadControl = control(({ world, page, thread, request, metadata }) => {
  const toAppId = request.params.text("target_app_id");
  if (toAppId === undefined) throw invalidParameter("The parameter target_app_id is required.");
  passThread(world, page, thread, toAppId, metadata);
});

export const takeThreadControl = control(({ world, page, thread, metadata }) =>
  takeThread(world, page, thread, metadata),
);

export const requestThreadControl = control(({ world, thread }) => requestThread(world, thread));

export const releaseThreadControl = control(({ world, thread }) => releaseThread(world, thread));

export const extendThreadControl = control(({ world, thread, request }) =>
  extendHold(world, thread, Number(request.params.text("duration"))),
);

/**
 * `GET /{page-id}/thread_owner?recipient=<PSID>`: the app that owns the thread, named only to itself and to the
 * Page's default app. Nobody's thread: an empty list.
 *
 * @see Meta docs: messenger-platform/conversation-routing
 */
export function threadOwner(world: World, request: GraphRequest): GraphAnswer {
  const page = requireMessagingPage(world, request);
  checkPageRate(world, page);
  const thread = findRecipient(world, request, page);
  const nowMs = world.clock.nowMs();
  const ownerAppId = ownerOf(world.state, thread, nowMs);
  if (ownerAppId === null) return { body: { data: [] } };
  const { id } = world.state.app;
  const mayKnow = ownerAppId === id || page.defaultAppId === id;
  const isHeld = holderOf(thread, nowMs) !== null;
  const untilMs = isHeld ? holdEndsMs(thread) : (thread.lastMessageAtMs ?? nowMs) + OWNED_MS;
  const owner = { ...(mayKnow ? { app_id: ownerAppId } : {}), expiration: Math.floor(untilMs / 1000) };
  return { body: { data: [{ thread_owner: owner }] } };
}

/** `GET /{page-id}/secondary_receivers`: the other apps on the Page that take messages. */
export function secondaryReceivers(world: World, request: GraphRequest): GraphAnswer {
  const page = requireMessagingPage(world, request);
  checkPageRate(world, page);
  const others = [...page.subscribedApps.values()].filter(({ id }) => id !== world.state.app.id);
  return { body: { data: others.map(({ id, name }) => ({ id, name })) } };
}

function requireMessagingPage(world: World, request: GraphRequest): Page {
  const caller = requirePageToken(authenticate(world, request), request.segments[0] ?? "me");
  if (mayUse(world, caller, "pages_messaging")) return caller.page;
  throw new GraphError("(#230) Requires pages_messaging permission to manage the object", { code: 230, status: 403 });
}

/** `recipient` is a PSID in the address of a question, and `{"id": "…"}` in a body. */
function findRecipient(world: World, request: GraphRequest, page: Page): Thread {
  const value = request.params.value("recipient");
  if (value === undefined) throw invalidParameter("The parameter recipient is required.");
  const psid = toFields(value)?.id ?? value;
  const thread = findThreadOf(world.state, page, String(psid));
  if (thread === null) throw noMatchingUser();
  return thread;
}
