import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { inTurn } from "@/lib/fields/in-turn";
import { without } from "@/lib/fields/without";
import type { Account } from "@/lib/graph/accounts";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { readSubscribedFields, writeSubscribedFields } from "@/lib/graph/subscriptions";
import { log } from "@/lib/log";
import { DEFAULT_FIELDS, findUnknownFields } from "@/lib/messenger/field-catalogue";
import { DEAD_TOKEN_FAULTS } from "@/lib/messenger/token-fault";
import { recordInstagramAccount, takeBackLink } from "./link-queries";
import { recordPageHistory } from "./page-history-queries";
import { findPage, type PageRow, recordLinkedPage } from "./page-queries";
import { encryptPageToken } from "./page-token";
import { recordProblems } from "./record-problems";

export type NewLink = {
  account: Account & { token: string };
  source: "login" | "pasted";
  /** Whose token it is, as far as Meta told. */
  owner: { asid: string; name: string | null } | null;
  /** Unix ms; null: Meta names no end. */
  expiresMs: number | null;
  scopes: string[] | null;
};

/**
 * Links a Page, or links it again: who does so last has linked it, and its history goes on. What is wanted is written
 * down first, then asked of Meta, then what Meta made of it is read back; when Meta refuses, the Page is as it was. An
 * interruption leaves a linked Page whose fields differ, which its next check tells.
 *
 * @param fields what to subscribe to; without them what was wanted before, or the usual ones
 * @throws {GraphError} when Meta refuses
 * @throws {GraphUnavailableError} when Meta cannot be reached
 */
export async function linkPage(
  db: Db,
  graph: GraphClient,
  link: NewLink,
  { fields, userId }: { fields?: readonly string[] | undefined; userId: string },
): Promise<void> {
  const { account } = link;
  const { pageId, token } = account;
  // Not while somebody changes its fields: the whole set is written at once.
  return inTurn(pageId, async () => {
    const before = await findPage(db, pageId);
    const desiredFields = [...new Set(fields ?? resumedFields(before))];
    const tokenEncrypted = encryptPageToken(pageId, token);
    await recordIntention(db, link, { before, desiredFields, tokenEncrypted, userId });
    try {
      // Somebody took the desk off its webhooks, and connects it again for its token: an empty set cannot be written.
      if (desiredFields.length === 0) await readSubscribedFields(graph, pageId, token);
      else await writeSubscribedFields(graph, pageId, token, desiredFields);
    } catch (error) {
      await takeBackLink(db, { pageId, tokenEncrypted }, before);
      throw error;
    }
    const actualFields = await readBack(graph, pageId, token);
    recordOutcome(db, link, { before, desiredFields, actualFields, userId });
  });
}

/** What was wanted of the Page before, without what Meta no longer knows. */
function resumedFields(before: PageRow | null): readonly string[] {
  const wanted = before?.desiredFields ?? [];
  if (before?.linkedMs && wanted.length === 0) return [];
  const unknown = new Set(findUnknownFields(wanted));
  const known = wanted.filter((field) => !unknown.has(field));
  return known.length === 0 ? DEFAULT_FIELDS : known;
}

async function recordIntention(
  db: Db,
  { account, source, owner, expiresMs, scopes }: NewLink,
  intention: { before: PageRow | null; desiredFields: string[]; tokenEncrypted: string; userId: string },
): Promise<void> {
  const { before, desiredFields, tokenEncrypted, userId } = intention;
  await recordLinkedPage(db, {
    id: account.pageId,
    name: account.name,
    category: account.category,
    pictureUrl: account.pictureUrl,
    instagramAccountId: before?.instagramAccountId ?? null,
    linkedMs: before?.linkedMs ?? Date.now(),
    linkedByUserId: userId,
    tokenEncrypted,
    tokenSource: source,
    tokenOwnerAsid: owner?.asid ?? null,
    tokenOwnerName: owner?.name ?? null,
    tokenExpiresMs: expiresMs,
    tokenScopes: scopes,
    tasks: account.tasks,
    tokenStatus: "unknown",
    desiredFields,
    actualFields: before?.actualFields ?? [],
    problems: before?.problems ?? [],
    checkedMs: before?.checkedMs ?? null,
  });
}

/** Null when Meta took the fields and will not say which are on: the next check tells. */
async function readBack(graph: GraphClient, pageId: string, token: string): Promise<string[] | null> {
  try {
    return await readSubscribedFields(graph, pageId, token);
  } catch (error) {
    if (!(error instanceof GraphError) && !(error instanceof GraphUnavailableError)) throw error;
    log.warn({ err: error, pageId }, "the fields of a Page could not be read back");
    return null;
  }
}

/** What Meta's answer settles, one way or the other: the new token has just been used. */
const SETTLED: ReadonlySet<string> = new Set([
  "fields_missing",
  "page_unsubscribed",
  "token_missing",
  ...DEAD_TOKEN_FAULTS,
]);

type Outcome = { before: PageRow | null; desiredFields: string[]; actualFields: string[] | null; userId: string };

function recordOutcome(db: Db, { account }: NewLink, { before, desiredFields, actualFields, userId }: Outcome): void {
  const { pageId, instagramAccountId, instagramUsername } = account;
  const atMs = Date.now();
  const kind = before?.linkedMs ? "reconnected" : "linked";
  recordPageHistory(db, { pageId, atMs, kind, code: null, facts: {}, userId });
  recordAudit(db, { atMs, userId, action: "page.linked", target: pageId, pageId, detail: { fields: desiredFields } });
  recordProblems(db, pageId, atMs, ({ problems }) => {
    const others = problems.filter(({ code }) => !SETTLED.has(code));
    const missing = actualFields === null ? [] : without(desiredFields, actualFields);
    const fields = { fields: missing.join(", ") };
    return {
      problems: missing.length === 0 ? others : [...others, { code: "fields_missing", facts: fields }],
      change: { tokenStatus: "valid", ...(actualFields === null ? {} : { actualFields }), checkedMs: atMs },
    };
  });
  if (instagramAccountId !== null) {
    recordInstagramAccount(db, pageId, { id: instagramAccountId, username: instagramUsername });
  }
}
