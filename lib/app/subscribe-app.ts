import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError } from "@/lib/graph/graph-error";
import { listAppSubscriptions, writeAppSubscription } from "@/lib/graph/subscriptions";
import { findUnknownInstagramFields } from "@/lib/messenger/instagram-fields";
import { assertKnownFields } from "@/lib/pages/assert-known-fields";
import { toCallbackUrl } from "./app-addresses";
import { updateAppStatus } from "./app-status-queries";
import { explainHandshake } from "./explain-handshake";

/** Meta docs: Graph API, Application Subscriptions: the address did not pass the handshake. */
const HANDSHAKE_FAILED = 2200;
/** The app token is refused: id and secret do not belong together. */
const TOKEN_REFUSED = 190;

export type SubscribeApp = { object: "page" | "instagram"; fields: readonly string[]; userId: string; nowMs: number };

/**
 * Points the app's webhook for an object at this desk, unless its events come here already, and adds fields to those that
 * are on. Meta makes the handshake meanwhile, so this very desk is called. How that went is kept.
 *
 * @returns why the handshake failed, or null when the app is subscribed
 * @throws {AppError} `invalid_input` naming an unknown field, `graph_refused`
 * @throws {GraphError} when Meta refuses for another reason
 * @throws {GraphUnavailableError} when nothing can be said about it
 */
export async function subscribeApp(
  db: Db,
  graph: GraphClient,
  { object, fields, userId, nowMs }: SubscribeApp,
): Promise<string | null> {
  if (object === "page") assertKnownFields(fields);
  else assertKnownInstagramFields(fields);
  const { PUBLIC_URL, FACEBOOK_VERIFY_TOKEN: verifyToken } = getEnv();
  const handshakeError = await withTokenExplained(async () => {
    const before = (await listAppSubscriptions(graph)).find((subscription) => subscription.object === object);
    const callbackUrl = toCallbackUrl(before?.callbackUrl ?? null, PUBLIC_URL);
    const all = [...new Set([...(before?.fields.map(({ name }) => name) ?? []), ...fields])];
    return tryHandshake(verifyToken, () =>
      writeAppSubscription(graph, { object, callbackUrl, verifyToken, fields: all }),
    );
  });
  updateAppStatus(db, { handshakeMs: nowMs, handshakeError });
  const detail = { fields: [...fields], handshake: handshakeError === null ? "passed" : "failed" };
  recordAudit(db, { atMs: nowMs, userId, action: "app.subscribed", target: object, detail });
  return handshakeError;
}

/** @throws {AppError} `invalid_input` naming every field Meta does not know */
function assertKnownInstagramFields(fields: readonly string[]): void {
  const unknown = findUnknownInstagramFields(fields);
  if (unknown.length === 0) return;
  const errors = unknown.map((field) => ({
    path: `fields.${fields.indexOf(field)}`,
    message: `Unknown field "${field}".`,
  }));
  throw new AppError("invalid_input", `Instagram has no webhook field of this name: ${unknown.join(", ")}.`, {
    fields: errors,
  });
}

async function tryHandshake(verifyToken: string, write: () => Promise<void>): Promise<string | null> {
  try {
    await write();
    return null;
  } catch (error) {
    if (error instanceof GraphError && error.code === HANDSHAKE_FAILED)
      return explainHandshake(error.message, verifyToken);
    throw error;
  }
}

async function withTokenExplained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GraphError) || error.code !== TOKEN_REFUSED) throw error;
    throw new AppError(
      "graph_refused",
      "Facebook does not accept the app's id and secret. Copy the secret from the App Dashboard into FACEBOOK_APP_SECRET and start the desk again.",
      { cause: error },
    );
  }
}
