import { createHmac, timingSafeEqual } from "node:crypto";

export type SignatureVerdict = "valid" | "invalid" | "missing";

/**
 * Checks `X-Hub-Signature-256`: HMAC-SHA256 of the body exactly as received, keyed by the app secret. Hash the raw
 * bytes: Meta signs the escaped form, so parsed and re-serialised JSON has another hash (Meta docs: webhooks, validate
 * payloads). During a rotation of the secret several are valid.
 *
 * @param headers `sha1` is looked at only when `sha256` is absent and `allowSha1` is on
 */
export function verifySignature(
  body: Uint8Array,
  headers: { sha256: string | undefined; sha1: string | undefined },
  { secrets, allowSha1 }: { secrets: readonly string[]; allowSha1: boolean },
): SignatureVerdict {
  if (headers.sha256 !== undefined) return isSignedBy("sha256", body, headers.sha256, secrets) ? "valid" : "invalid";
  if (headers.sha1 === undefined) return "missing";
  return allowSha1 && isSignedBy("sha1", body, headers.sha1, secrets) ? "valid" : "invalid";
}

function isSignedBy(algorithm: "sha256" | "sha1", body: Uint8Array, header: string, secrets: readonly string[]) {
  const given = Buffer.from(header);
  return secrets.some((secret) => {
    const expected = Buffer.from(`${algorithm}=${createHmac(algorithm, secret).update(body).digest("hex")}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
