import "server-only";
import type { Db } from "@/lib/db/db";
import { decrypt, encrypt } from "@/lib/encryption";
import { getEnv } from "@/lib/env";
import { findPage } from "./page-queries";

const owner = (pageId: string) => `page:${pageId}`;

export function encryptPageToken(pageId: string, token: string): string {
  return encrypt(token, owner(pageId), getEnv().ENCRYPTION_KEY);
}

/** The token to act for a linked Page with; null when it is not linked. It goes to the Graph client and nowhere else. */
export async function findPageToken(db: Db, pageId: string): Promise<string | null> {
  const page = await findPage(db, pageId);
  if (!page?.linkedMs || !page.tokenEncrypted) return null;
  return decrypt(page.tokenEncrypted, owner(pageId), getEnv().ENCRYPTION_KEY);
}
