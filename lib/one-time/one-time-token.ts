import "server-only";
import { createHash } from "node:crypto";
import { decrypt, encrypt } from "@/lib/encryption";

/** Whom the encrypted token is tied to: moved to another row, it does not decrypt. */
export const oneTimeTokenOwner = (id: number | string) => `one_time:${id}`;

export function encryptOneTimeToken(id: number, token: string, keys: readonly string[]): string {
  return encrypt(token, oneTimeTokenOwner(id), keys);
}

/** @throws {Error} when no key fits any more; the text holds no secret */
export function decryptOneTimeToken(id: number, value: string, keys: readonly string[]): string {
  return decrypt(value, oneTimeTokenOwner(id), keys);
}

/** What a token is known again by. */
export function hashOneTimeToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
