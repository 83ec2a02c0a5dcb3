import "server-only";
import type { Db } from "@/lib/db/db";
import { type Account, listAccounts } from "@/lib/graph/accounts";
import type { GraphClient } from "@/lib/graph/graph-client";
import { findConsent } from "./consent-queries";
import type { PageRow } from "./page-queries";

/** A look that somebody waits for takes a list this old, when that was read for another Page: of many in a row. */
const SAME_ROUND_MS = 2_000;

type List = {
  /** Whose list it is: of another token it is another. */
  token: string;
  askedMs: number;
  accounts: Promise<Account[]>;
  /** Pages that were looked up in it: looked at again, they want to know what is so now. */
  served: Set<string>;
};
/** By user. Each client has its own, as each bundle has its own client. */
const listsByGraph = new WeakMap<GraphClient, Map<string, List>>();

/**
 * What the person who linked a Page may do on it, by their list of Pages at Meta; null when Meta does not say, or the
 * token is not of that person's present consent. One list serves all Pages of a person that are checked at about the
 * same time.
 *
 * @param maxAgeMs how old the list may be; 0 asks Meta now, but for a list that was just read for another Page
 * @throws {GraphError} @throws {GraphUnavailableError}
 */
export async function findTasks(
  db: Db,
  graph: GraphClient,
  page: Pick<PageRow, "id" | "linkedByUserId" | "tokenOwnerAsid" | "tokenSource">,
  { maxAgeMs, nowMs }: { maxAgeMs: number; nowMs: number },
): Promise<string[] | null> {
  if (page.linkedByUserId === null || page.tokenSource === "pasted") return null;
  const consent = findConsent(db, page.linkedByUserId, nowMs);
  if (consent === null || (page.tokenOwnerAsid !== null && page.tokenOwnerAsid !== consent.asid)) return null;
  const whose = { token: consent.token, userId: page.linkedByUserId, pageId: page.id };
  const accounts = await readList(graph, whose, { maxAgeMs, nowMs });
  return accounts.find(({ pageId }) => pageId === page.id)?.tasks ?? null;
}

function readList(
  graph: GraphClient,
  { token, userId, pageId }: { token: string; userId: string; pageId: string },
  { maxAgeMs, nowMs }: { maxAgeMs: number; nowMs: number },
): Promise<Account[]> {
  const lists = listsByGraph.get(graph) ?? new Map<string, List>();
  listsByGraph.set(graph, lists);
  const known = lists.get(userId);
  if (known?.token === token) {
    const isSameRound = !known.served.has(pageId) && nowMs - known.askedMs < SAME_ROUND_MS;
    if (isSameRound || nowMs - known.askedMs < maxAgeMs) {
      known.served.add(pageId);
      return known.accounts;
    }
  }
  const accounts = listAccounts(graph, token);
  const list = { token, askedMs: nowMs, accounts, served: new Set([pageId]) };
  lists.set(userId, list);
  // A list that could not be read is no list.
  accounts.catch(() => lists.get(userId) === list && lists.delete(userId));
  return accounts;
}
