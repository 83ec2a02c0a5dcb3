import "server-only";
import { asc, eq } from "drizzle-orm";
import { pages } from "@/drizzle/schema/pages";
import type { Db } from "@/lib/db/db";

export type PageRow = typeof pages.$inferSelect;
export type PageProblemRow = PageRow["problems"][number];

/** Linked Pages first, then those of which only the history is left; by name. */
export async function listPages(db: Db): Promise<PageRow[]> {
  return db.select().from(pages).orderBy(asc(pages.name), asc(pages.id)).all();
}

export async function findPage(db: Db, id: string): Promise<PageRow | null> {
  return readPage(db, id);
}

/** As `findPage`, for use inside a transaction. */
export function readPage(db: Db, id: string): PageRow | null {
  return db.select().from(pages).where(eq(pages.id, id)).get() ?? null;
}

/** What a look at Meta finds out, now or at a later one. */
type Found =
  | "instagramUsername"
  | "tokenSource"
  | "tokenOwnerAsid"
  | "tokenOwnerName"
  | "tokenExpiresMs"
  | "tokenScopes"
  | "tasks"
  | "otherApps"
  | "nextCheckMs";
/** What linking never touches. */
type Kept =
  | "humanAgent"
  | "oneTime"
  | "lastSentMs"
  | "lastNotificationMs"
  | "unreadConversations"
  | "policyAction"
  | "policyReason"
  | "policyMs";
export type LinkedPage = Omit<PageRow, Found | Kept> & Partial<Pick<PageRow, Found>>;

/** Links a Page, or links it again: what is known of it is renewed, its history and counters stay. */
export async function recordLinkedPage(db: Db, page: LinkedPage): Promise<void> {
  const { id: _, ...renewed } = page;
  db.insert(pages).values(page).onConflictDoUpdate({ target: pages.id, set: renewed }).run();
}

export async function updatePage(db: Db, id: string, change: Partial<Omit<PageRow, "id">>): Promise<void> {
  writePage(db, id, change);
}

/** As `updatePage`, for use inside a transaction. */
export function writePage(db: Db, id: string, change: Partial<Omit<PageRow, "id">>): void {
  db.update(pages).set(change).where(eq(pages.id, id)).run();
}
