import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { updateAppStatus } from "@/lib/app/app-status-queries";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import type { WebhookFailureLedger } from "@/lib/webhook-failures/webhook-failure-ledger";
import type { WebhookAnswer } from "./webhook-endpoint";

/**
 * Proves to Meta that this address is ours: the challenge comes back exactly (Meta docs: webhooks, verification requests).
 * That it did is noted: until then nobody knows whether Meta finds this desk.
 */
export function answerHandshake(
  db: Db,
  query: URLSearchParams,
  verifyToken: string,
  ledger: WebhookFailureLedger,
): WebhookAnswer {
  const atMs = Date.now();
  const token = query.get("hub.verify_token");
  const challenge = query.get("hub.challenge");
  if (query.get("hub.mode") !== "subscribe" || token === null || challenge === null) {
    ledger.note({ kind: "handshake", cause: "incomplete", atMs });
    return { status: 400, body: "Bad Request" };
  }
  if (!isEqual(token, verifyToken)) {
    ledger.note({ kind: "handshake", cause: "wrong_token", atMs });
    return { status: 403, body: "Forbidden" };
  }
  updateAppStatus(db, { verifiedMs: atMs });
  recordAudit(db, { atMs, userId: null, action: "webhook.verified", target: null });
  return { status: 200, body: challenge };
}

/** Compares digests, so that neither content nor length shows in the time taken. */
function isEqual(a: string, b: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}
