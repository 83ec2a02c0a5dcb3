import "server-only";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { getEnv } from "@/lib/env";
import { onGlobal } from "@/lib/on-global";

/** `SETUP_TOKEN`, or one made for this run of the process. */
export function getSetupToken(): string {
  return getEnv().SETUP_TOKEN ?? onGlobal("setup-token", () => randomBytes(24).toString("base64url"));
}

/** Compares digests, so that neither content nor length shows in the time taken. */
export function isSetupToken(given: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(given), digest(getSetupToken()));
}
