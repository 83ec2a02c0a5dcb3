import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { type AppSubscription, listAppSubscriptions, readSubscribedFields } from "@/lib/graph/subscriptions";
import { isDeadToken } from "@/lib/messenger/error-catalogue";
import { stopWebhookClocks } from "@/lib/webhook-failures/webhook-clock-queries";
import { type StoredProblem, tokenProblem } from "./page-problems";
import { findPage, type PageRow, updatePage } from "./page-queries";
import { findPageToken } from "./page-token";

/**
 * Looks at a Page at Meta now: its token, and its fields on the Page and on the app. What is found is written down.
 * @throws {AppError} `not_found`, `page_not_linked`
 */
export async function checkPage(db: Db, graph: GraphClient, pageId: string, nowMs: number): Promise<void> {
  const page = await findPage(db, pageId);
  if (!page) throw new AppError("not_found", "There is no such Page here.");
  if (page.linkedMs === null) throw new AppError("page_not_linked", "Connect the Page first, then check it.");
  const [onPage, onApp] = await Promise.all([lookAtPage(db, graph, page), lookAtApp(graph, page)]);
  const found = { ...onPage.found, problems: [...onPage.problems, ...onApp], checkedMs: nowMs };
  await updatePage(db, pageId, found);
  // Facebook has not unsubscribed it, whatever was refused until now.
  if (found.problems.length === 0) inTransaction(db, () => stopWebhookClocks(db, new Map([[pageId, nowMs]])));
}

type Look = { found: Partial<Pick<PageRow, "tokenStatus" | "actualFields">>; problems: StoredProblem[] };

async function lookAtPage(db: Db, graph: GraphClient, page: PageRow): Promise<Look> {
  const token = await findPageToken(db, page.id);
  if (token === null) return { found: { tokenStatus: "missing" }, problems: [{ code: "token_missing", facts: {} }] };
  try {
    const actualFields = await readSubscribedFields(graph, page.id, token);
    const missing = without(page.desiredFields, actualFields);
    return { found: { tokenStatus: "valid", actualFields }, problems: fieldProblem("fields_missing", missing) };
  } catch (error) {
    if (error instanceof GraphError && isDeadToken(error.code)) {
      return { found: { tokenStatus: "invalid" }, problems: [tokenProblem(error)] };
    }
    return { found: {}, problems: [checkProblem(error)] };
  }
}

async function lookAtApp(graph: GraphClient, page: PageRow): Promise<StoredProblem[]> {
  let subscriptions: AppSubscription[];
  try {
    subscriptions = await listAppSubscriptions(graph);
  } catch (error) {
    return [checkProblem(error)];
  }
  const ofPages = subscriptions.find(({ object, isActive }) => object === "page" && isActive);
  if (!ofPages) return [{ code: "app_not_subscribed", facts: {} }];
  return fieldProblem("app_fields_missing", without(page.desiredFields, ofPages.fields));
}

function fieldProblem(code: "fields_missing" | "app_fields_missing", missing: string[]): StoredProblem[] {
  return missing.length === 0 ? [] : [{ code, facts: { fields: missing.join(", ") } }];
}

/** @throws what is no answer of Graph's: a bug of ours */
function checkProblem(error: unknown): StoredProblem {
  if (error instanceof GraphUnavailableError) return { code: "check_failed", facts: { reason: error.message } };
  if (!(error instanceof GraphError)) throw error;
  return { code: "check_failed", facts: { reason: `Facebook said: ${error.message}` } };
}

export function without(all: readonly string[], some: readonly string[]): string[] {
  const others = new Set(some);
  return all.filter((field) => !others.has(field));
}
