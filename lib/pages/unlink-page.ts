import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError } from "@/lib/graph/graph-error";
import { deleteSubscription } from "@/lib/graph/subscriptions";
import { log } from "@/lib/log";
import { findPage, updatePage } from "./page-queries";
import { findPageToken } from "./page-token";

/**
 * Takes a Page off the desk: its webhooks end, its token is forgotten, its history stays. When Meta refuses (a dead
 * token cannot unsubscribe anything) the Page is unlinked all the same.
 *
 * @throws {AppError} `not_found`
 * @throws {GraphUnavailableError} when Meta cannot be reached; nothing is changed then
 */
export async function unlinkPage(db: Db, graph: GraphClient, pageId: string, userId: string): Promise<void> {
  const page = await findPage(db, pageId);
  if (!page) throw new AppError("not_found", "There is no such Page here.");
  const token = await findPageToken(db, pageId);
  if (token !== null) await unsubscribe(graph, pageId, token);
  await updatePage(db, pageId, {
    linkedMs: null,
    linkedByUserId: null,
    tokenEncrypted: null,
    tokenStatus: "missing",
    actualFields: [],
    problems: [],
  });
  recordAudit(db, { atMs: Date.now(), userId, action: "page.unlinked", target: pageId });
}

async function unsubscribe(graph: GraphClient, pageId: string, token: string): Promise<void> {
  try {
    await deleteSubscription(graph, pageId, token);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    log.warn({ pageId, code: error.code, subcode: error.subcode }, "webhooks could not be unsubscribed at Meta");
  }
}
