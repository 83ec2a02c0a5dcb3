import "server-only";
import type { AvailablePage } from "@/lib/api/schemas/pages";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { type ConsentedAccount, listConsentedAccounts } from "./consent-accounts";
import { lostObstacle } from "./consent-obstacle";
import { isThrough, type LinkRow, listLinks } from "./link-queries";

/**
 * The list for the picker: Pages that can be linked first, each by name, and after them those that cannot, with the
 * reason. A Page that is linked through this person and that Facebook no longer lists for them is among those.
 * @throws {AppError} `page_consent_needed`
 */
export async function listAvailablePages(
  db: Db,
  graph: GraphClient,
  userId: string,
  nowMs: number,
): Promise<{ pages: AvailablePage[]; declined: string[] }> {
  const { consent, grants, accounts } = await listConsentedAccounts(db, graph, { userId, nowMs });
  const links = new Map(listLinks(db).map((link) => [link.id, link]));
  const listed = new Set(accounts.map(({ pageId }) => pageId));
  const lost = [...links.values()].filter((link) => !listed.has(link.id) && isThrough(link, consent));
  const pages = [
    ...accounts.map((account) => toAvailablePage(account, links.get(account.pageId) ?? null, userId)),
    ...lost.map((link) => toLostPage(link, grants.declined)),
  ];
  pages.sort((a, b) => Number(b.selectable) - Number(a.selectable) || a.name.localeCompare(b.name));
  return { pages, declined: grants.declined };
}

/** Stands where a name would. */
const FORGOTTEN = "somebody whose data was deleted";

function toAvailablePage(account: ConsentedAccount, link: LinkRow | null, userId: string): AvailablePage {
  const isOthers = link !== null && link.linkedByUserId !== userId;
  return {
    id: account.pageId,
    // Meta may not even tell the name of a Page it does not list.
    name: account.token === null && link !== null ? link.name : account.name,
    category: account.category,
    // The picture is at Meta and the Page is not ours yet: the browser goes to no other origin.
    pictureUrl: null,
    selectable: account.obstacle === null,
    reason: account.obstacle?.reason ?? null,
    obstacle: account.obstacle?.obstacle ?? null,
    linked: link !== null,
    linkedByName: isOthers ? (link.isLinkerForgotten ? FORGOTTEN : link.linkedByName) : null,
    instagramUsername: account.instagramUsername,
  };
}

function toLostPage(link: LinkRow, declined: readonly string[]): AvailablePage {
  return {
    id: link.id,
    name: link.name,
    category: link.category,
    pictureUrl: null,
    selectable: false,
    ...lostObstacle(declined),
    linked: true,
    linkedByName: null,
    instagramUsername: link.instagramUsername,
  };
}
