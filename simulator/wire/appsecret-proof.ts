import { createHmac, timingSafeEqual } from "node:crypto";

/** The proof that a caller knows the app secret; with a time (Unix seconds) the HMAC covers `token|time`. */
export function toAppSecretProof(accessToken: string, appSecret: string, timeSeconds?: string): string {
  const message = timeSeconds === undefined ? accessToken : `${accessToken}|${timeSeconds}`;
  return createHmac("sha256", appSecret).update(message).digest("hex");
}

/** Compares two texts without telling by its duration where they differ. */
export function isSameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
