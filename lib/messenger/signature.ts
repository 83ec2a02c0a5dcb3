import { createHmac, timingSafeEqual } from "node:crypto";

export type SignatureVerdict = "valid" | "invalid" | "missing";
export type SignatureHash = "sha256" | "sha1";
export type SignatureHeaders = { sha256: string | undefined; sha1: string | undefined };

/** A valid one also says which of the secrets made it (from 0), and by which hash. */
export type SignatureResult =
  | { verdict: "valid"; secretIndex: number; hash: SignatureHash }
  | { verdict: "invalid" | "missing"; secretIndex: null; hash: null };

const INVALID: SignatureResult = { verdict: "invalid", secretIndex: null, hash: null };
const MISSING: SignatureResult = { verdict: "missing", secretIndex: null, hash: null };

/**
 * Checks `X-Hub-Signature-256`: HMAC-SHA256 of the body exactly as received, keyed by the app secret. Hash the raw
 * bytes: Meta signs the escaped form, so parsed and re-serialised JSON has another hash (Meta docs: webhooks, validate
 * payloads). During a rotation of the secret several are valid.
 *
 * @param headers `sha1` is looked at only when `sha256` is absent and `allowSha1` is on
 */
export function verifySignature(
  body: Uint8Array,
  headers: SignatureHeaders,
  { secrets, allowSha1 }: { secrets: readonly string[]; allowSha1: boolean },
): SignatureResult {
  if (headers.sha256 !== undefined) return check("sha256", body, headers.sha256, secrets);
  if (headers.sha1 === undefined) return MISSING;
  return allowSha1 ? check("sha1", body, headers.sha1, secrets) : INVALID;
}

/** The value of the header that goes with `hash`, as Meta writes it: `sha256=` and lower-case hex. */
export function toSignature(hash: SignatureHash, body: Uint8Array, secret: string): string {
  return `${hash}=${createHmac(hash, secret).update(body).digest("hex")}`;
}

/** True when `given` is the signature of `body` by this secret. Takes as long whatever is given. */
export function isSignature(given: string, hash: SignatureHash, body: Uint8Array, secret: string): boolean {
  const expected = Buffer.from(toSignature(hash, body, secret));
  const bytes = Buffer.from(given);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

function check(hash: SignatureHash, body: Uint8Array, given: string, secrets: readonly string[]): SignatureResult {
  const secretIndex = secrets.findIndex((secret) => isSignature(given, hash, body, secret));
  return secretIndex === -1 ? INVALID : { verdict: "valid", secretIndex, hash };
}
