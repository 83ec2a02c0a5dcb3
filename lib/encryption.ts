import "server-only";
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const VERSION = "v1";
const keyId = (key: Buffer) => createHash("sha256").update(key).digest("hex").slice(0, 8);

/**
 * Encrypts a secret for one owner. AES-256-GCM; `owner` (such as `page:123`) is authenticated, so a value moved to
 * another row does not decrypt. The key's id travels with the value, so that keys can be rotated.
 *
 * @param keys base64, 32 bytes each: the first encrypts
 * @returns `v1.<key id>.<base64url of iv, tag and ciphertext>`
 */
export function encrypt(plaintext: string, owner: string, keys: readonly string[]): string {
  const key = Buffer.from(keys[0] ?? "", "base64");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(owner));
  const ciphertext = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return `${VERSION}.${keyId(key)}.${Buffer.concat([iv, cipher.getAuthTag(), ciphertext]).toString("base64url")}`;
}

/**
 * @param keys all keys that may have encrypted it
 * @throws {Error} when no key fits, or the value was changed or belongs to another owner; the text holds no secret
 */
export function decrypt(value: string, owner: string, keys: readonly string[]): string {
  const [version, id, data] = value.split(".");
  const key = keys.map((k) => Buffer.from(k, "base64")).find((k) => keyId(k) === id);
  if (version !== VERSION || !key || !data) throw new Error("No ENCRYPTION_KEY fits a stored secret.");
  const bytes = Buffer.from(data, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** What every value made with the first key begins with: anything else waits to be encrypted anew. */
export function encryptedPrefix(keys: readonly string[]): string {
  return `${VERSION}.${keyId(Buffer.from(keys[0] ?? "", "base64"))}.`;
}

/** As `decrypt`; null when no key fits: a key was taken away before everything it had encrypted was encrypted anew. */
export function tryDecrypt(value: string, owner: string, keys: readonly string[]): string | null {
  try {
    return decrypt(value, owner, keys);
  } catch {
    return null;
  }
}
