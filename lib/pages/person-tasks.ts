import "server-only";
import type { Db } from "@/lib/db/db";
import { type Account, listAccounts } from "@/lib/graph/accounts";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { findConsent } from "./consent-queries";
import type { PageRow } from "./page-queries";

/** A person's list is several calls long: asked for this often at most, whoever checks how many Pages. */
const FRESH_A_MINUTE = 20;
const MINUTE_MS = 60_000;

type List = { tokenIs: string; askedMs: number; accounts: Promise<Account[]> };
type Lists = { byUserId: Map<string, List>; askedMs: number[] };
/** Each client has its own, as each bundle has its own client. */
const listsByGraph = new WeakMap<GraphClient, Lists>();

/**
 * What the person who linked a Page may do on it, by their list of Pages at Meta; null when Meta does not say, or the
 * token is not of that person's present consent. One list serves all Pages of a person that are checked at about the
 * same time.
 *
 * @param maxAgeMs how old the list may be; 0 asks Meta now, within reason
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
  try {
    const accounts = await readList(graph, page.linkedByUserId, consent.token, { maxAgeMs, nowMs });
    return accounts.find(({ pageId }) => pageId === page.id)?.tasks ?? null;
  } catch (error) {
    if (error instanceof GraphError || error instanceof GraphUnavailableError) return null;
    throw error;
  }
}

function readList(
  graph: GraphClient,
  userId: string,
  token: string,
  { maxAgeMs, nowMs }: { maxAgeMs: number; nowMs: number },
): Promise<Account[]> {
  const lists = listsByGraph.get(graph) ?? { byUserId: new Map(), askedMs: [] };
  listsByGraph.set(graph, lists);
  lists.askedMs = lists.askedMs.filter((askedMs) => nowMs - askedMs < MINUTE_MS);
  const mayAsk = lists.askedMs.length < FRESH_A_MINUTE;
  const known = lists.byUserId.get(userId);
  const ageMs = mayAsk ? maxAgeMs : Math.max(maxAgeMs, MINUTE_MS);
  if (known && known.tokenIs === token && nowMs - known.askedMs < ageMs) return known.accounts;
  const accounts = listAccounts(graph, token);
  lists.byUserId.set(userId, { tokenIs: token, askedMs: nowMs, accounts });
  lists.askedMs.push(nowMs);
  // A list that could not be read is no list.
  accounts.catch(() => lists.byUserId.delete(userId));
  return accounts;
}
