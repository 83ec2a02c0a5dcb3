import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { userPages, users } from "@/drizzle/schema/people";
import type { Role } from "@/lib/api/schemas/people";
import { type Db, prepared } from "@/lib/db/db";
import type { PageAccess } from "./page-access";

export type UserRow = typeof users.$inferSelect;

/** Whether somebody owns the desk and can still come in. */
export async function hasOwner(db: Db): Promise<boolean> {
  return countOwners(db) > 0;
}

export function hasAnybody(db: Db): boolean {
  return db.select({ id: users.id }).from(users).limit(1).get() !== undefined;
}

/** Owners who can come in. */
export function countOwners(db: Db): number {
  const sql = "SELECT count(*) AS n FROM users WHERE role = 'owner' AND deactivated_ms IS NULL";
  return prepared<{ n: number }>(db, sql).get()?.n ?? 0;
}

export function findUser(db: Db, id: string): UserRow | null {
  return db.select().from(users).where(eq(users.id, id)).get() ?? null;
}

export function findUserByAsid(db: Db, asid: string): UserRow | null {
  return db.select().from(users).where(eq(users.asid, asid)).get() ?? null;
}

/** @param email in lower case */
export function findUserByEmail(db: Db, email: string): UserRow | null {
  return db.select().from(users).where(eq(users.email, email)).get() ?? null;
}

export function updateUser(db: Db, id: string, change: Partial<Omit<UserRow, "id">>): void {
  db.update(users).set(change).where(eq(users.id, id)).run();
}

export function insertUser(db: Db, user: typeof users.$inferInsert): void {
  db.insert(users).values(user).run();
}

/** What somebody may do from now on. Inside a transaction. */
export function setAccess(db: Db, userId: string, { role, pages }: { role: Role; pages: PageAccess }): void {
  updateUser(db, userId, { role, hasAllPages: pages === "all" });
  db.delete(userPages).where(eq(userPages.userId, userId)).run();
  for (const pageId of pages === "all" ? [] : new Set(pages)) db.insert(userPages).values({ userId, pageId }).run();
}

export function listUserPages(db: Db, userId: string): string[] {
  return prepared<{ pageId: string }>(db, "SELECT page_id AS pageId FROM user_pages WHERE user_id = ?")
    .all(userId)
    .map(({ pageId }) => pageId);
}

export function readAccess(db: Db, { id, hasAllPages }: Pick<UserRow, "id" | "hasAllPages">): PageAccess {
  return hasAllPages ? "all" : listUserPages(db, id);
}

/** Whether anybody signs in with a password. */
export async function hasPasswords(db: Db): Promise<boolean> {
  const sql = "SELECT 1 AS found FROM users WHERE email IS NOT NULL AND password_hash IS NOT NULL LIMIT 1";
  return prepared(db, sql).get() !== undefined;
}

export type PersonRow = {
  id: string;
  asid: string;
  name: string;
  role: Role;
  pictureUrl: string | null;
  email: string | null;
  createdMs: number;
  deactivatedMs: number | null;
  hasAllPages: number;
  pageIds: string;
  seenMs: number | null;
  sessions: number;
};

/** Everybody with a place here, those who cannot come in last; those who had their data deleted are nobody any more. */
export async function listPeople(db: Db, nowMs: number): Promise<PersonRow[]> {
  return prepared<PersonRow>(
    db,
    `SELECT u.id, u.asid, u.name, u.role, u.picture_url AS pictureUrl, u.email, u.created_ms AS createdMs,
       u.deactivated_ms AS deactivatedMs, u.has_all_pages AS hasAllPages,
       (SELECT json_group_array(page_id) FROM user_pages p WHERE p.user_id = u.id) AS pageIds,
       (SELECT max(seen_ms) FROM sessions s WHERE s.user_id = u.id) AS seenMs,
       (SELECT count(*) FROM sessions s WHERE s.user_id = u.id AND s.revoked_ms IS NULL AND s.expires_ms > ?) AS sessions
     FROM users u WHERE u.asid NOT GLOB 'deleted:*'
     ORDER BY u.deactivated_ms IS NOT NULL, u.name COLLATE NOCASE, u.id`,
  ).all(nowMs);
}

/** Makes the first owner. @returns false when somebody was quicker: there is one owner only */
export function createOwner(db: Db, user: Omit<typeof users.$inferInsert, "role">): boolean {
  return db.transaction((tx) => {
    const owner = and(eq(users.role, "owner"), isNull(users.deactivatedMs));
    if (tx.select({ id: users.id }).from(users).where(owner).get()) return false;
    tx.insert(users)
      .values({ ...user, role: "owner" })
      .run();
    return true;
  });
}
