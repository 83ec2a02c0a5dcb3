import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { sessions, users } from "@/drizzle/schema/people";
import type { Role } from "@/lib/api/schemas/people";
import type { Db } from "@/lib/db/db";

/** Somebody who is signed in and may use the desk. */
export type Viewer = { id: string; sessionId: string; name: string; role: Role; pictureUrl: string | null };

export async function hasOwner(db: Db): Promise<boolean> {
  return db.select({ id: users.id }).from(users).where(eq(users.role, "owner")).get() !== undefined;
}

export async function findUserByAsid(db: Db, asid: string): Promise<typeof users.$inferSelect | null> {
  return db.select().from(users).where(eq(users.asid, asid)).get() ?? null;
}

export async function updateUserProfile(
  db: Db,
  id: string,
  profile: { name: string; pictureUrl: string | null },
): Promise<void> {
  db.update(users).set(profile).where(eq(users.id, id)).run();
}

/** Makes the first owner. @returns false when somebody was quicker: there is one owner only */
export async function createOwner(db: Db, user: Omit<typeof users.$inferInsert, "role">): Promise<boolean> {
  return db.transaction((tx) => {
    if (tx.select({ id: users.id }).from(users).where(eq(users.role, "owner")).get()) return false;
    tx.insert(users)
      .values({ ...user, role: "owner" })
      .run();
    return true;
  });
}

export async function createSession(db: Db, session: Omit<typeof sessions.$inferInsert, "revokedMs">): Promise<void> {
  db.insert(sessions).values(session).run();
}

export async function revokeSession(db: Db, id: string, nowMs: number): Promise<void> {
  db.update(sessions).set({ revokedMs: nowMs }).where(eq(sessions.id, id)).run();
}

/** Whose session it is, as they are now: a changed role or an ended session counts from the next request on. */
export async function findViewer(db: Db, sessionId: string, nowMs: number): Promise<Viewer | null> {
  return (
    db
      .select({
        id: users.id,
        sessionId: sessions.id,
        name: users.name,
        role: users.role,
        pictureUrl: users.pictureUrl,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedMs), gt(sessions.expiresMs, nowMs)))
      .get() ?? null
  );
}
