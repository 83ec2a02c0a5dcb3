import { createHmac } from "node:crypto";

/** How a notification is signed; everything but `good` exists to test a receiver. */
export type SignatureKind = "good" | "bad" | "missing" | "sha1-only";

/**
 * The signature headers over exactly these bytes, keyed by the app secret: the current SHA-256 one and the legacy
 * SHA-1 one that still travels next to it.
 *
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started (validating payloads)
 */
export function signBody(body: Buffer, appSecret: string, kind: SignatureKind = "good"): Record<string, string> {
  const key = kind === "bad" ? `${appSecret}-wrong` : appSecret;
  const sha256 = { "x-hub-signature-256": `sha256=${createHmac("sha256", key).update(body).digest("hex")}` };
  const sha1 = { "x-hub-signature": `sha1=${createHmac("sha1", key).update(body).digest("hex")}` };
  if (kind === "missing") return {};
  return kind === "sha1-only" ? sha1 : { ...sha256, ...sha1 };
}
