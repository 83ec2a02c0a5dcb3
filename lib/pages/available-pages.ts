import "server-only";
import type { AvailablePage } from "@/lib/api/schemas/pages";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { type Account, listAccounts } from "@/lib/graph/accounts";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError } from "@/lib/graph/graph-error";
import { listGrantedPermissions } from "@/lib/graph/tokens";
import { log } from "@/lib/log";
import { isDeadToken } from "@/lib/messenger/error-catalogue";
import { findConsentToken } from "./consent-queries";
import { listPages } from "./page-queries";

/** What linking needs: to read and answer messages, and to subscribe webhooks (Meta docs: permissions). */
const NEEDED_PERMISSIONS = ["pages_messaging", "pages_manage_metadata"];
const SUBSCRIBING_TASKS = ["MODERATE", "CREATE_CONTENT", "MANAGE"];

export type LinkableAccount = Account & {
  /** Why it cannot be linked, for a person; null when it can. */
  obstacle: string | null;
};

/**
 * Every Page of the person at Meta, with what keeps it from being linked.
 * @throws {AppError} `page_consent_needed` when they have not agreed to it yet, or their token is dead
 */
export async function listLinkableAccounts(
  db: Db,
  graph: GraphClient,
  userId: string,
  nowMs: number,
): Promise<LinkableAccount[]> {
  const token = await findConsentToken(db, userId, nowMs);
  if (token === null) throw consentNeeded();
  try {
    const [accounts, declined] = await Promise.all([listAccounts(graph, token), listDeclined(graph, token)]);
    return accounts.map((account) => ({ ...account, obstacle: findObstacle(account, declined) }));
  } catch (error) {
    if (error instanceof GraphError && isDeadToken(error.code)) throw consentNeeded(error);
    throw error;
  }
}

/** What was declined of what linking needs. Where Meta will not say, nothing: linking itself will show it. */
async function listDeclined(graph: GraphClient, token: string): Promise<string[]> {
  try {
    const granted = await listGrantedPermissions(graph, token);
    return NEEDED_PERMISSIONS.filter((permission) => !granted.includes(permission));
  } catch (error) {
    if (!(error instanceof GraphError) || isDeadToken(error.code)) throw error;
    log.warn({ code: error.code, subcode: error.subcode }, "Facebook did not tell which permissions were granted");
    return [];
  }
}

function consentNeeded(cause?: unknown): AppError {
  return new AppError("page_consent_needed", "Let Facebook show you which Pages this desk may manage.", { cause });
}

function findObstacle({ token, tasks }: Account, declined: string[]): string | null {
  if (declined.length > 0) return `You declined a permission that it needs: ${declined.join(", ")}.`;
  if (token === null) return "Facebook gives you no access to act for this Page.";
  if (tasks === null) return null;
  if (!tasks.includes("MESSAGING")) return "Your role on this Page does not include messages.";
  const maySubscribe = SUBSCRIBING_TASKS.some((task) => tasks.includes(task));
  return maySubscribe ? null : "Your role on this Page does not let you set up webhooks.";
}

/** The list for the picker: Pages that can be linked first, each by name. */
export async function listAvailablePages(
  db: Db,
  graph: GraphClient,
  userId: string,
  nowMs: number,
): Promise<AvailablePage[]> {
  const accounts = await listLinkableAccounts(db, graph, userId, nowMs);
  const linked = new Set((await listPages(db)).filter((page) => page.linkedMs !== null).map((page) => page.id));
  return accounts
    .map(({ pageId, name, category, obstacle }) => ({
      id: pageId,
      name,
      category,
      // The picture is at Meta and the Page is not ours yet: the browser goes to no other origin.
      pictureUrl: null,
      selectable: obstacle === null,
      reason: obstacle,
      linked: linked.has(pageId),
    }))
    .sort((a, b) => Number(b.selectable) - Number(a.selectable) || a.name.localeCompare(b.name));
}
