import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { asId, asNumber, asObject, type JsonObject } from "./read-json";

export type SignedRequest = {
  /** Whom it is about, as Meta names them to this app: an ASID, or a PSID. */
  userId: string;
  issuedMs: number;
  /** SHA-256 of what was signed: the same request again has the same, however its signature is written. */
  hash: string;
};

export type SignedRequestResult = SignedRequest | { refused: "malformed" | "forged" | "stale" };

/** Two parts of base64url with a dot between them; Meta strips the padding, others leave it. */
const SHAPE = /^([\w-]{1,200})={0,2}\.([\w-]{1,4000}={0,2})$/;
const ALGORITHM = "HMAC-SHA256";
const MAX_AGE_MS = 60 * 60 * 1000;
/** Clocks differ. */
const MAX_AHEAD_MS = 5 * 60 * 1000;

/**
 * Reads the `signed_request` of a deauthorise or data deletion callback (Meta docs: data deletion callback). The
 * signature covers the encoded payload exactly as received. The algorithm is looked at before anything is compared;
 * comparing takes as long whatever was sent.
 *
 * @param secrets every secret the app may have signed with
 */
export function readSignedRequest(given: string, secrets: readonly string[], nowMs: number): SignedRequestResult {
  const [, signature, encoded] = SHAPE.exec(given) ?? [];
  const payload = encoded === undefined ? null : decode(encoded);
  if (signature === undefined || encoded === undefined || payload === null) return { refused: "malformed" };
  if (payload.algorithm !== ALGORITHM) return { refused: "malformed" };
  const bytes = Buffer.from(signature, "base64url");
  if (!secrets.map((secret) => isSignedWith(secret, encoded, bytes)).includes(true)) return { refused: "forged" };
  const userId = asId(payload.user_id);
  const issuedAtS = asNumber(payload.issued_at);
  if (userId === null || userId.length > 100 || issuedAtS === null) return { refused: "malformed" };
  const issuedMs = issuedAtS * 1000;
  if (issuedMs < nowMs - MAX_AGE_MS || issuedMs > nowMs + MAX_AHEAD_MS) return { refused: "stale" };
  return { userId, issuedMs, hash: createHash("sha256").update(encoded).digest("hex") };
}

function decode(encoded: string): JsonObject | null {
  try {
    return asObject(JSON.parse(Buffer.from(encoded, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}

function isSignedWith(secret: string, encoded: string, signature: Buffer): boolean {
  const expected = createHmac("sha256", secret).update(encoded).digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}
