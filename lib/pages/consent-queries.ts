import "server-only";
import { eq } from "drizzle-orm";
import { pageConsents } from "@/drizzle/schema/people";
import type { Db } from "@/lib/db/db";
import { decrypt, encrypt } from "@/lib/encryption";
import { getEnv } from "@/lib/env";

const owner = (userId: string) => `consent:${userId}`;

export type Consent = { userId: string; asid: string; token: string; expiresMs: number | null };

/** Keeps the long-lived user token of somebody who let the desk manage Pages, in place of an earlier one. */
export async function recordConsent(db: Db, { token, ...consent }: Consent, nowMs: number): Promise<void> {
  const tokenEncrypted = encrypt(token, owner(consent.userId), getEnv().ENCRYPTION_KEY);
  const { userId: _, ...row } = { ...consent, tokenEncrypted, createdMs: nowMs };
  db.insert(pageConsents)
    .values({ ...row, userId: consent.userId })
    .onConflictDoUpdate({ target: pageConsents.userId, set: row })
    .run();
}

/** The user token to ask Meta for somebody's Pages with; null when they have not agreed, or it has run out. */
export async function findConsentToken(db: Db, userId: string, nowMs: number): Promise<string | null> {
  const row = db.select().from(pageConsents).where(eq(pageConsents.userId, userId)).get();
  if (!row || (row.expiresMs !== null && row.expiresMs <= nowMs)) return null;
  return decrypt(row.tokenEncrypted, owner(userId), getEnv().ENCRYPTION_KEY);
}
