import "server-only";
import { eq } from "drizzle-orm";
import { apiKeys, pageConsents, sessions, users } from "@/drizzle/schema/people";
import type { Db } from "@/lib/db/db";
import { dropMediaFile } from "@/lib/media/media-file-queries";
import { toUrlHash } from "@/lib/media/to-url-hash";

/** What is left of somebody of ours: their messages stay the Page's. */
const NAME = "Deleted person";

/**
 * Forgets the person of ours with this ASID: who they are, their sign-ins, and their place here. The row stays, so that
 * what they did has somebody; nobody can sign in with it.
 *
 * @returns the user's id, and whether an owner is gone; null when there is no such person
 */
export function forgetUser(db: Db, asid: string): { userId: string; wasOwner: boolean } | null {
  const user = db
    .select({ id: users.id, role: users.role, pictureUrl: users.pictureUrl })
    .from(users)
    .where(eq(users.asid, asid))
    .get();
  if (!user) return null;
  const forgotten = {
    asid: `deleted:${user.id}`,
    name: NAME,
    pictureUrl: null,
    role: "agent",
    email: null,
    passwordHash: null,
  } as const;
  if (user.pictureUrl !== null) dropMediaFile(db, toUrlHash(user.pictureUrl));
  db.update(users).set(forgotten).where(eq(users.id, user.id)).run();
  db.delete(apiKeys).where(eq(apiKeys.userId, user.id)).run();
  db.delete(sessions).where(eq(sessions.userId, user.id)).run();
  return { userId: user.id, wasOwner: user.role === "owner" };
}

/** Forgets what a Facebook account agreed to. @returns whose consents those were */
export function deleteConsents(db: Db, asid: string): string[] {
  return db
    .delete(pageConsents)
    .where(eq(pageConsents.asid, asid))
    .returning({ userId: pageConsents.userId })
    .all()
    .map(({ userId }) => userId);
}
