import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { type PageRow, updatePage } from "./page-queries";

/** A linked Page, and who linked it. */
export type LinkRow = {
  id: string;
  name: string;
  category: string | null;
  instagramUsername: string | null;
  linkedByUserId: string | null;
  linkedByName: string | null;
  /** 1: of whoever linked it nothing is kept any more. */
  isLinkerForgotten: 0 | 1;
  tokenSource: "login" | "pasted" | null;
  tokenOwnerAsid: string | null;
};

export function listLinks(db: Db): LinkRow[] {
  return prepared<LinkRow>(
    db,
    `SELECT pages.id, pages.name, category, instagram_username AS instagramUsername,
            linked_by_user_id AS linkedByUserId, users.name AS linkedByName,
            ifnull(users.asid LIKE 'deleted:%', 0) AS isLinkerForgotten,
            token_source AS tokenSource, token_owner_asid AS tokenOwnerAsid
     FROM pages LEFT JOIN users ON users.id = linked_by_user_id
     WHERE linked_ms IS NOT NULL`,
  ).all();
}

/** Whether the Page works with a token of this consent's account, so that the consent decides about it. */
export function isThrough(
  { tokenOwnerAsid, tokenSource, linkedByUserId }: LinkRow,
  { asid, userId }: { asid: string; userId: string },
): boolean {
  if (tokenOwnerAsid !== null) return tokenOwnerAsid === asid;
  return tokenSource !== "pasted" && linkedByUserId === userId;
}

/** What linking writes before Meta is asked, and what goes back when Meta refuses. */
const LINK_COLUMNS = [
  "name",
  "category",
  "pictureUrl",
  "linkedMs",
  "linkedByUserId",
  "tokenEncrypted",
  "tokenSource",
  "tokenOwnerAsid",
  "tokenOwnerName",
  "tokenExpiresMs",
  "tokenScopes",
  "tasks",
  "tokenStatus",
  "desiredFields",
] as const satisfies readonly (keyof PageRow)[];

/**
 * Puts a Page back as it was before it was linked, unless it has got another token meanwhile. One that was not here
 * before goes, or stays as unlinked when somebody wrote to it in that moment.
 */
export async function takeBackLink(
  db: Db,
  { pageId, tokenEncrypted }: { pageId: string; tokenEncrypted: string },
  before: PageRow | null,
): Promise<void> {
  const isOurs = prepared<{ found: 1 }>(db, "SELECT 1 AS found FROM pages WHERE id = ? AND token_encrypted = ?");
  if (!isOurs.get(pageId, tokenEncrypted)) return;
  if (before !== null) {
    const entries = LINK_COLUMNS.map((column) => [column, before[column]] as const);
    await updatePage(db, pageId, Object.fromEntries(entries) as Pick<PageRow, (typeof LINK_COLUMNS)[number]>);
    return;
  }
  prepared(
    db,
    "DELETE FROM pages WHERE id = ? AND NOT EXISTS (SELECT 1 FROM conversations WHERE conversations.page_id = pages.id)",
  ).run(pageId);
  await updatePage(db, pageId, UNLINKED);
}

/** What is forgotten when a Page leaves the desk. Its history, its counters and what was wanted of it stay. */
export const UNLINKED = {
  linkedMs: null,
  linkedByUserId: null,
  tokenEncrypted: null,
  tokenSource: null,
  tokenOwnerAsid: null,
  tokenOwnerName: null,
  tokenExpiresMs: null,
  tokenScopes: null,
  tasks: null,
  tokenStatus: "missing",
  actualFields: [],
  otherApps: null,
  problems: [],
  nextCheckMs: null,
} satisfies Partial<PageRow>;

/** Gives a Page its Instagram account. An account belongs to one Page: another that had it has it no more. */
export function recordInstagramAccount(db: Db, pageId: string, account: { id: string; username: string | null }): void {
  inTransaction(db, () => {
    prepared(
      db,
      "UPDATE pages SET instagram_account_id = NULL, instagram_username = NULL WHERE instagram_account_id = ? AND id <> ?",
    ).run(account.id, pageId);
    prepared(db, "UPDATE pages SET instagram_account_id = ?, instagram_username = ? WHERE id = ?").run(
      account.id,
      account.username,
      pageId,
    );
  });
}
