import { INSTAGRAM_FIELDS, PAGE_FIELDS } from "../../state/subscriptions";
import { verifyCallback } from "../../webhooks/verify-callback";
import type { World } from "../../world";
import { requireAppToken } from "../authenticate";
import { invalidParameter } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";

const OTHER_OBJECTS = ["user", "permissions", "application"];

/**
 * `/{app-id}/subscriptions`: the app-level switch, with the handshake made during the call. POST adds fields and
 * replaces callback and verify token; DELETE removes fields, an object, or everything.
 *
 * @see https://developers.facebook.com/docs/graph-api/reference/app/subscriptions
 */
export async function appSubscriptions(world: World, request: GraphRequest): Promise<GraphAnswer> {
  requireAppToken(world, request);
  if (request.method === "GET") return { body: { data: listSubscriptions(world) } };
  if (request.method === "DELETE") return { body: removeSubscriptions(world, request) };
  const { params } = request;
  const object = params.text("object");
  if (object === undefined) throw invalidParameter("The parameter object is required.");
  const callbackUrl = params.text("callback_url");
  if (callbackUrl === undefined) throw invalidParameter("The parameter callback_url is required.");
  await subscribeApp(world, {
    object,
    callbackUrl,
    verifyToken: params.text("verify_token") ?? "",
    fields: params.list("fields"),
    version: request.version,
  });
  return { body: { success: true } };
}

/**
 * Turns fields on at the app level, as the edge and the App Dashboard both do.
 *
 * @throws {GraphError} 100 for an unknown object or field, 2200 when the handshake fails
 */
export async function subscribeApp(
  world: World,
  given: { object: string; callbackUrl: string; verifyToken: string; fields: string[]; version?: string },
): Promise<void> {
  const { state, log, clock } = world;
  const { object, callbackUrl, verifyToken, fields, version = "v26.0" } = given;
  const known = object === "instagram" ? INSTAGRAM_FIELDS : object === "page" ? PAGE_FIELDS : null;
  if (known === null && !OTHER_OBJECTS.includes(object)) {
    throw invalidParameter(`Param object must be one of {user, page, permissions, application, instagram}`);
  }
  if (fields.length === 0) throw invalidParameter("The parameter fields is required.");
  for (const [index, field] of fields.entries()) {
    if (known !== null && !known.includes(field)) {
      throw invalidParameter(`Param fields[${index}] must be one of {${known.join(", ")}}`);
    }
  }
  await verifyCallback(callbackUrl, { verifyToken, timeoutMs: world.settings.webhookTimeoutMs });
  const before = state.subscriptions.get(object)?.fields ?? [];
  state.subscriptions.set(object, {
    object,
    callbackUrl,
    verifyToken,
    fields: new Set([...before, ...fields]),
    version,
    isActive: true,
  });
  log.remark("info", "app_subscribed", `The app receives ${object} events at ${callbackUrl}.`, clock.nowMs());
  log.changed("app");
}

function listSubscriptions(world: World) {
  return [...world.state.subscriptions.values()].map((subscription) => ({
    object: subscription.object,
    callback_url: subscription.callbackUrl,
    active: subscription.isActive,
    fields: [...subscription.fields].map((name) => ({ name, version: subscription.version })),
  }));
}

function removeSubscriptions(world: World, request: GraphRequest) {
  const { subscriptions } = world.state;
  const object = request.params.text("object");
  const fields = request.params.list("fields");
  if (object === undefined) subscriptions.clear();
  else if (fields.length === 0) subscriptions.delete(object);
  else {
    for (const field of fields) subscriptions.get(object)?.fields.delete(field);
    if (subscriptions.get(object)?.fields.size === 0) subscriptions.delete(object);
  }
  world.log.changed("app");
  return { success: true };
}
