import "server-only";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { findAppStatus } from "./app-status-queries";
import { type AppLook, lookAtApp } from "./look-at-app";

/** As `lookAtApp`; when Meta cannot be asked, what was last seen, with the problem `check_failed` that says why. */
export async function lookOrSayWhyNot(
  db: Db,
  graph: GraphClient,
  how: Parameters<typeof lookAtApp>[2],
): Promise<AppLook> {
  try {
    return await lookAtApp(db, graph, how);
  } catch (error) {
    if (!(error instanceof GraphError) && !(error instanceof GraphUnavailableError)) throw error;
    const reason = error instanceof GraphError ? `Facebook said: ${error.message}` : error.message;
    return { subscriptions: findAppStatus(db).subscriptions, problems: [{ code: "check_failed", facts: { reason } }] };
  }
}
