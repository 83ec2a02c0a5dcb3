import "server-only";
import type { Db } from "@/lib/db/db";
import { isPassword } from "./password";
import { findUserByEmail, type UserRow } from "./user-queries";

/** Whose address and password these are; null when they are nobody's, in the same time. */
export async function findByPassword(db: Db, email: string, password: string): Promise<UserRow | null> {
  const user = findUserByEmail(db, email.trim().toLowerCase());
  const isRight = await isPassword(password, user?.passwordHash ?? null);
  return isRight && user && user.deactivatedMs === null ? user : null;
}
