import "server-only";
import type { Db } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError } from "@/lib/graph/graph-error";
import { type AppSubscription, listAppSubscriptions } from "@/lib/graph/subscriptions";
import { toDeadTokenFault } from "@/lib/messenger/token-fault";
import type { StoredProblem } from "@/lib/pages/page-problems";
import { isOwnCallback } from "./app-addresses";
import { findAppStatus, updateAppStatus } from "./app-status-queries";

export type AppLook = {
  subscriptions: AppSubscription[];
  /** What is wrong for every Page alike. */
  problems: StoredProblem[];
};

/**
 * What the app itself is subscribed to at Meta, and what is wrong with that. A look no older than `maxAgeMs` is taken
 * for the present state; 0 asks Meta now.
 * @throws {GraphError} when Graph says no for another reason than the app's secret
 * @throws {GraphUnavailableError}
 */
export async function lookAtApp(
  db: Db,
  graph: GraphClient,
  { maxAgeMs, nowMs }: { maxAgeMs: number; nowMs: number },
): Promise<AppLook> {
  const { subscriptions, checkedMs } = findAppStatus(db);
  const isFresh = checkedMs !== null && nowMs - checkedMs < maxAgeMs;
  if (isFresh) return { subscriptions, problems: judgeSubscriptions(subscriptions, getEnv().PUBLIC_URL) };
  try {
    const found = await listAppSubscriptions(graph);
    updateAppStatus(db, { subscriptions: found, checkedMs: nowMs });
    return { subscriptions: found, problems: judgeSubscriptions(found, getEnv().PUBLIC_URL) };
  } catch (error) {
    if (!(error instanceof GraphError) || toDeadTokenFault(error.code, error.subcode) === null) throw error;
    return { subscriptions, problems: [{ code: "app_secret_refused", facts: {} }] };
  }
}

/** Whether notifications of Pages come here at all, by the app's subscriptions. */
export function judgeSubscriptions(subscriptions: readonly AppSubscription[], publicUrl: string): StoredProblem[] {
  const ofPages = subscriptions.find(({ object, isActive }) => object === "page" && isActive);
  if (!ofPages) return [{ code: "app_not_subscribed", facts: {} }];
  if (isOwnCallback(ofPages.callbackUrl, publicUrl)) return [];
  return [{ code: "app_callback_elsewhere", facts: { address: ofPages.callbackUrl || "an address it does not name" } }];
}
