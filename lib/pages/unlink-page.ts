import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { inTurn } from "@/lib/fields/in-turn";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError } from "@/lib/graph/graph-error";
import { deleteSubscription } from "@/lib/graph/subscriptions";
import { log } from "@/lib/log";
import { UNLINKED } from "./link-queries";
import { recordPageHistory } from "./page-history-queries";
import { findPage, updatePage } from "./page-queries";
import { findPageToken } from "./page-token";

/**
 * Takes a Page off the desk: its webhooks end, its token is forgotten, its history and what was wanted of it stay. When
 * Meta refuses (a dead token cannot unsubscribe anything) the Page is unlinked all the same. It is written down first:
 * after an interruption notifications of it still come, and are shown as those of a Page that is not linked.
 *
 * @throws {AppError} `not_found`
 * @throws {GraphUnavailableError} when Meta cannot be reached; the Page is as it was then
 */
export async function unlinkPage(db: Db, graph: GraphClient, pageId: string, userId: string): Promise<void> {
  return inTurn(pageId, () => unlink(db, graph, pageId, userId));
}

async function unlink(db: Db, graph: GraphClient, pageId: string, userId: string): Promise<void> {
  const page = await findPage(db, pageId);
  if (!page) throw new AppError("not_found", "There is no such Page here.");
  if (page.linkedMs === null) return;
  const token = await findPageToken(db, pageId);
  await updatePage(db, pageId, UNLINKED);
  try {
    if (token !== null) await unsubscribe(graph, pageId, token);
  } catch (error) {
    const { id: _, ...before } = page;
    const kept = Object.keys(UNLINKED) as (keyof typeof UNLINKED)[];
    await updatePage(db, pageId, Object.fromEntries(kept.map((column) => [column, before[column]])));
    throw error;
  }
  const atMs = Date.now();
  recordPageHistory(db, { pageId, atMs, kind: "unlinked", code: null, facts: {}, userId });
  recordAudit(db, { atMs, userId, action: "page.unlinked", target: pageId, pageId });
}

async function unsubscribe(graph: GraphClient, pageId: string, token: string): Promise<void> {
  try {
    await deleteSubscription(graph, pageId, token);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    log.warn({ pageId, code: error.code, subcode: error.subcode }, "webhooks could not be unsubscribed at Meta");
  }
}
