import "server-only";
import type { LinkPagesResult } from "@/lib/api/schemas/pages";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { readSubscribedFields, writeSubscribedFields } from "@/lib/graph/subscriptions";
import { log } from "@/lib/log";
import { DEFAULT_FIELDS } from "@/lib/messenger/field-catalogue";
import { assertKnownFields } from "./assert-known-fields";
import { type LinkableAccount, listLinkableAccounts } from "./available-pages";
import { without } from "./check-page";
import { inParallel } from "./in-parallel";
import { recordLinkedPage } from "./page-queries";
import { encryptPageToken } from "./page-token";

const AT_ONCE = 4;

type Result = LinkPagesResult["results"][number];
type Request = { pageIds: readonly string[]; fields?: readonly string[]; userId: string };

/**
 * Links Pages: subscribes each to its fields at Meta, reads them back, and keeps its token encrypted. Each succeeds or
 * fails by itself.
 *
 * @param onLinked called for each Page once it is written down, with the ids its notifications may carry
 * @throws {AppError} `invalid_input` for an unknown field, `page_consent_needed`
 */
export async function linkPages(
  db: Db,
  graph: GraphClient,
  { pageIds, fields = DEFAULT_FIELDS, userId }: Request,
  onLinked: (pageId: string, entryIds: string[]) => Promise<void>,
): Promise<Result[]> {
  assertKnownFields(fields);
  const accounts = await listLinkableAccounts(db, graph, userId, Date.now());
  const byId = new Map(accounts.map((account) => [account.pageId, account]));
  return inParallel([...new Set(pageIds)], AT_ONCE, async (pageId) => {
    const account = byId.get(pageId);
    if (!account) return failed(pageId, "page_not_found", "Facebook does not list this Page among yours", ASK_AGAIN);
    if (account.obstacle !== null || account.token === null) {
      return failed(pageId, "page_not_allowed", "This Page cannot be connected", account.obstacle ?? ASK_AGAIN);
    }
    try {
      await linkPage(db, graph, { ...account, token: account.token }, [...new Set(fields)], userId);
      await onLinked(pageId, account.instagramAccountId === null ? [pageId] : [pageId, account.instagramAccountId]);
      return { pageId, ok: true };
    } catch (error) {
      return toFailure(pageId, error);
    }
  });
}

const ASK_AGAIN = "Choose “Connect Pages” again and tick it in Facebook's dialog.";

async function linkPage(
  db: Db,
  graph: GraphClient,
  account: LinkableAccount & { token: string },
  desiredFields: string[],
  userId: string,
): Promise<void> {
  const { pageId, name, category, pictureUrl, instagramAccountId, token } = account;
  await writeSubscribedFields(graph, pageId, token, desiredFields);
  const actualFields = await readSubscribedFields(graph, pageId, token);
  const missing = without(desiredFields, actualFields);
  const nowMs = Date.now();
  await recordLinkedPage(db, {
    id: pageId,
    name,
    category,
    pictureUrl,
    instagramAccountId,
    linkedMs: nowMs,
    linkedByUserId: userId,
    tokenEncrypted: encryptPageToken(pageId, token),
    tokenStatus: "valid",
    desiredFields,
    actualFields,
    problems: missing.length === 0 ? [] : [{ code: "fields_missing", facts: { fields: missing.join(", ") } }],
    checkedMs: nowMs,
  });
  recordAudit(db, { atMs: nowMs, userId, action: "page.linked", target: pageId, detail: { fields: desiredFields } });
}

function failed(pageId: string, code: string, title: string, detail: string): Result {
  return { pageId, ok: false, problem: { code, title, detail } };
}

function toFailure(pageId: string, error: unknown): Result {
  if (error instanceof GraphError) {
    return failed(pageId, "graph_refused", "Facebook refused to connect this Page", error.message);
  }
  if (error instanceof GraphUnavailableError) {
    return failed(pageId, "graph_unavailable", "Facebook could not be reached", "Try this Page again in a moment.");
  }
  log.error({ err: error, pageId }, "a Page could not be linked");
  return failed(
    pageId,
    "internal",
    "Something went wrong here",
    "The log of this desk says more. Try this Page again.",
  );
}
