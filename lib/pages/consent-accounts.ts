import "server-only";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { type Account, getAccount, listAccounts } from "@/lib/graph/accounts";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError } from "@/lib/graph/graph-error";
import { type Grants, isDead, readGrants } from "./consent-grants";
import { findObstacle, type Obstacle, unlistedObstacle } from "./consent-obstacle";
import { NEEDED_PERMISSIONS } from "./consent-permissions";
import { type Consent, findConsent } from "./consent-queries";
import { inParallel } from "./in-parallel";

/** A Page of the person, and what keeps it from being linked; null when nothing is known to. */
export type ConsentedAccount = Account & { obstacle: Obstacle | null };

export type ConsentedAccounts = { consent: Consent; grants: Grants; accounts: ConsentedAccount[] };

/** Ticked Pages that `/me/accounts` leaves out are asked for one by one: not more than these, and so many at once. */
const MAX_UNLISTED = 20;
const AT_ONCE = 4;

/**
 * Every Page the person lets the desk see at Meta, with what keeps it from being linked.
 *
 * @param only Pages that are asked about: of others that Meta does not list, nothing is looked up
 * @throws {AppError} `page_consent_needed` when they have not agreed to it yet, or their token is dead
 * @throws {GraphError} @throws {GraphUnavailableError}
 */
export async function listConsentedAccounts(
  db: Db,
  graph: GraphClient,
  { userId, nowMs, only }: { userId: string; nowMs: number; only?: ReadonlySet<string> },
): Promise<ConsentedAccounts> {
  const consent = findConsent(db, userId, nowMs);
  if (consent === null) throw consentNeeded();
  try {
    const [listed, grants] = await Promise.all([listAccounts(graph, consent.token), readGrants(graph, consent.token)]);
    const unlisted = await lookUpUnlisted(graph, consent.token, { listed, grants, only });
    const found = listed.map((account) => withObstacle(account, grants));
    return { consent, grants, accounts: [...found, ...unlisted] };
  } catch (error) {
    if (error instanceof GraphError && isDead(error)) throw consentNeeded(error);
    throw error;
  }
}

function consentNeeded(cause?: unknown): AppError {
  return new AppError("page_consent_needed", "Let Facebook show you which Pages this desk may manage.", { cause });
}

function withObstacle(account: Account, grants: Grants): ConsentedAccount {
  return { ...account, obstacle: findObstacle({ account, grants, needed: NEEDED_PERMISSIONS }) };
}

/** Pages that permissions cover although the list has them not: now and then Meta lists one too few. */
async function lookUpUnlisted(
  graph: GraphClient,
  token: string,
  { listed, grants, only }: { listed: Account[]; grants: Grants; only: ReadonlySet<string> | undefined },
): Promise<ConsentedAccount[]> {
  const known = new Set(listed.map(({ pageId }) => pageId));
  const covered = new Set([...grants.coverage.values()].flatMap((pageIds) => [...pageIds]));
  const unlisted = [...covered].filter((pageId) => !known.has(pageId) && (only?.has(pageId) ?? true));
  return inParallel(unlisted.slice(0, MAX_UNLISTED), AT_ONCE, async (pageId) => {
    try {
      return withObstacle(await getAccount(graph, token, pageId), grants);
    } catch (error) {
      if (!(error instanceof GraphError) || isDead(error)) throw error;
      return { ...nameless(pageId), obstacle: unlistedObstacle(grants.declined) };
    }
  });
}

/** All that is known of a Page Meta does not show. */
function nameless(pageId: string): Account {
  return {
    pageId,
    name: `Page ${pageId}`,
    category: null,
    pictureUrl: null,
    instagramAccountId: null,
    instagramUsername: null,
    tasks: null,
    token: null,
  };
}
