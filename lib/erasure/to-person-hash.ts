import "server-only";
import { createHmac } from "node:crypto";
import { getEnv } from "@/lib/env";

/**
 * What is left of an erased person in the audit log: whoever knows the PSID can show with it that the person was erased,
 * and nobody can read the PSID from it. The key is made from `AUTH_SECRET`: with another one it cannot be shown any more.
 */
export function toPersonHash(personId: string): string {
  const key = createHmac("sha256", getEnv().AUTH_SECRET).update("pagedesk: erased person").digest();
  return createHmac("sha256", key).update(personId).digest("base64url");
}
