import { createHmac } from "node:crypto";

/**
 * The `signed_request` of the deauthorize and data deletion callbacks: base64url signature, a dot, base64url JSON.
 * The signature covers the encoded payload, not the JSON.
 */
export function toSignedRequest(payload: Record<string, unknown>, appSecret: string): string {
  const encoded = Buffer.from(JSON.stringify(payload)).toString("base64url");
  return `${createHmac("sha256", appSecret).update(encoded).digest("base64url")}.${encoded}`;
}
