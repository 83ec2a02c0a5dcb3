import "server-only";
import type { Db } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { toAppAddresses } from "./app-addresses";
import { findAppStatus } from "./app-status-queries";
import { findReach } from "./find-reach";

/** What to type into the App Dashboard before anybody can sign in. With the verify token: only for who may become the owner. */
export function getSetupFacts(db: Db, nowMs: number) {
  const { PUBLIC_URL, FACEBOOK_VERIFY_TOKEN: verifyToken } = getEnv();
  return {
    values: { ...toAppAddresses(PUBLIC_URL), verifyToken },
    verifiedAt: findAppStatus(db).verifiedMs,
    reach: findReach(db, { isFresh: false, nowMs }),
  };
}
