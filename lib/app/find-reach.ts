import "server-only";
import type { Db } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { findLastReceivedMs } from "@/lib/notifications/notification-queries";
import { findAppStatus } from "./app-status-queries";
import { callOwnAddress } from "./call-own-address";
import { judgeAddress, judgeCalls, judgeOwnCall, type Reach } from "./judge-reach";

/** Whether Meta gets through to this desk, as far as can be told from here. Takes three seconds at most. */
export async function findReach(db: Db, { isFresh, nowMs }: { isFresh: boolean; nowMs: number }): Promise<Reach> {
  const publicUrl = getEnv().PUBLIC_URL;
  const { verifiedMs, handshakeMs, handshakeError } = findAppStatus(db);
  const lastMs = Math.max(verifiedMs ?? 0, findLastReceivedMs(db) ?? 0) || null;
  return (
    judgeCalls({ lastMs, handshakeMs, handshakeError }, nowMs) ??
    judgeAddress(publicUrl) ??
    judgeOwnCall(await callOwnAddress(publicUrl, nowMs, isFresh))
  );
}
