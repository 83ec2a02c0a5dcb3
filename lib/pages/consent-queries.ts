import "server-only";
import { eq } from "drizzle-orm";
import { pageConsents, users } from "@/drizzle/schema/people";
import type { Db } from "@/lib/db/db";
import { encrypt, tryDecrypt } from "@/lib/encryption";
import { getEnv } from "@/lib/env";

/** Whom the encrypted token is tied to. */
export const consentTokenOwner = (userId: string) => `consent:${userId}`;

export type Consent = { userId: string; asid: string; token: string; expiresMs: number | null };

/** Keeps the long-lived user token of somebody who let the desk manage Pages, in place of an earlier one. */
export async function recordConsent(db: Db, { token, ...consent }: Consent, nowMs: number): Promise<void> {
  const tokenEncrypted = encrypt(token, consentTokenOwner(consent.userId), getEnv().ENCRYPTION_KEY);
  const { userId: _, ...row } = { ...consent, tokenEncrypted, createdMs: nowMs };
  db.insert(pageConsents)
    .values({ ...row, userId: consent.userId })
    .onConflictDoUpdate({ target: pageConsents.userId, set: row })
    .run();
}

/** What somebody agreed to; null when they have not, when it has run out, or when it cannot be decrypted any more. */
export function findConsent(db: Db, userId: string, nowMs: number): Consent | null {
  const row = db.select().from(pageConsents).where(eq(pageConsents.userId, userId)).get();
  if (!row || (row.expiresMs !== null && row.expiresMs <= nowMs)) return null;
  const token = tryDecrypt(row.tokenEncrypted, consentTokenOwner(userId), getEnv().ENCRYPTION_KEY);
  return token === null ? null : { userId, asid: row.asid, token, expiresMs: row.expiresMs };
}

/** The user token to ask Meta for somebody's Pages with; null as with `findConsent`. */
export async function findConsentToken(db: Db, userId: string, nowMs: number): Promise<string | null> {
  return findConsent(db, userId, nowMs)?.token ?? null;
}

/** The name of a Facebook account, when it is somebody of the desk. */
export function findNameByAsid(db: Db, asid: string): string | null {
  return db.select({ name: users.name }).from(users).where(eq(users.asid, asid)).get()?.name ?? null;
}
