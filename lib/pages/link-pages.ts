import "server-only";
import type { LinkPagesResult } from "@/lib/api/schemas/pages";
import { type Db, isDatabaseUnavailable } from "@/lib/db/db";
import type { Account } from "@/lib/graph/accounts";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { getTokenOwner } from "@/lib/graph/tokens";
import { log } from "@/lib/log";
import { assertKnownFields } from "./assert-known-fields";
import { type ConsentedAccounts, listConsentedAccounts } from "./consent-accounts";
import { type Consent, findNameByAsid } from "./consent-queries";
import { inParallel } from "./in-parallel";
import { linkPage, type NewLink } from "./link-page";

const AT_ONCE = 4;

type Result = LinkPagesResult["results"][number];
type Failure = Result & Required<Pick<Result, "problem">>;
type Request = { pageIds: readonly string[]; fields?: readonly string[] | undefined; userId: string };

/**
 * Links Pages: subscribes each to its fields at Meta, reads them back, and keeps its token encrypted. Each succeeds or
 * fails by itself.
 *
 * @returns a result for each Page, and of those that are linked now what is theirs
 * @throws {AppError} `invalid_input` for an unknown field, `page_consent_needed`
 */
export async function linkPages(
  db: Db,
  graph: GraphClient,
  { pageIds, fields, userId }: Request,
): Promise<{ results: Result[]; linked: Account[] }> {
  if (fields !== undefined) assertKnownFields(fields);
  const only = new Set(pageIds);
  const consented = await listConsentedAccounts(db, graph, { userId, nowMs: Date.now(), only });
  const ownerName = await findOwnerName(db, graph, consented.consent);
  const linked: Account[] = [];
  const results = await inParallel([...only], AT_ONCE, async (pageId) => {
    const link = toLink(consented, pageId, ownerName);
    if ("problem" in link) return link;
    try {
      await linkPage(db, graph, link, { fields, userId });
      linked.push(link.account);
      return { pageId, ok: true };
    } catch (error) {
      return toFailure(pageId, error);
    }
  });
  return { results, linked };
}

const ASK_AGAIN = "Choose “Connect Pages” again and tick it in Facebook's dialog.";

function toLink(
  { accounts, consent, grants }: ConsentedAccounts,
  pageId: string,
  ownerName: string | null,
): NewLink | Failure {
  const account = accounts.find((candidate) => candidate.pageId === pageId);
  if (!account) return failed(pageId, "page_not_found", "Facebook does not list this Page among yours", ASK_AGAIN);
  const { token, obstacle } = account;
  if (obstacle !== null || token === null) {
    return failed(pageId, "page_not_allowed", "This Page cannot be connected", obstacle?.reason ?? ASK_AGAIN);
  }
  return {
    account: { ...account, token },
    source: grants.isSystemUser ? "pasted" : "login",
    owner: { asid: consent.asid, name: ownerName },
    // Made from a long-lived token, so without an end of its own (Meta docs: long-lived Page tokens).
    expiresMs: null,
    scopes: grants.scopes,
  };
}

/** For people to read: where Meta does not tell it, there is none. */
async function findOwnerName(db: Db, graph: GraphClient, { asid, token }: Consent): Promise<string | null> {
  const known = findNameByAsid(db, asid);
  if (known !== null) return known;
  try {
    return (await getTokenOwner(graph, token)).name;
  } catch (error) {
    if (error instanceof GraphError || error instanceof GraphUnavailableError) return null;
    throw error;
  }
}

function failed(pageId: string, code: string, title: string, detail: string): Failure {
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
  if (isDatabaseUnavailable(error)) {
    const title = "The database cannot be written";
    return failed(pageId, "database_unavailable", title, "Try this Page again in a moment.");
  }
  return failed(
    pageId,
    "internal",
    "Something went wrong here",
    "The log of this desk says more. Try this Page again.",
  );
}
