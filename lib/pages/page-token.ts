import "server-only";
import type { Db } from "@/lib/db/db";
import { encrypt, tryDecrypt } from "@/lib/encryption";
import { getEnv } from "@/lib/env";
import { findEncryptedToken } from "./page-lookup-queries";

/** Whom the encrypted token is tied to: moved to another row, it does not decrypt. */
export const pageTokenOwner = (pageId: string) => `page:${pageId}`;

export function encryptPageToken(pageId: string, token: string): string {
  return encrypt(token, pageTokenOwner(pageId), getEnv().ENCRYPTION_KEY);
}

/**
 * The token to act for a linked Page with; null when it is not linked, or no key of the desk's fits its token any more.
 * It goes to the Graph client and nowhere else.
 */
export async function findPageToken(db: Db, pageId: string): Promise<string | null> {
  const encrypted = findEncryptedToken(db, pageId);
  return encrypted && tryDecrypt(encrypted, pageTokenOwner(pageId), getEnv().ENCRYPTION_KEY);
}
