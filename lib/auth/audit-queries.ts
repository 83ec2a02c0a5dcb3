import "server-only";
import { auditLog } from "@/drizzle/schema/people";
import { type Db, prepared } from "@/lib/db/db";
import { findActor } from "./actor";
import type { AuditAction } from "./audit-actions";

export type AuditEntry = {
  atMs: number;
  /** Null when it was not a person of ours. */
  userId: string | null;
  action: AuditAction;
  target: string | null;
  pageId?: string | null;
  /** What it was and what it is now. Never a secret, never message text. */
  detail?: Record<string, unknown>;
};

/** From where, and by which key, is added from the request in hand. */
export function recordAudit(db: Db, entry: AuditEntry): void {
  const actor = findActor();
  actor?.recorded.add(entry.action);
  db.insert(auditLog)
    .values({ ...entry, ip: actor?.ip ?? null, apiKeyId: actor?.apiKeyId ?? null })
    .run();
}

export type AuditFilter = {
  userId?: string | undefined;
  action?: AuditAction | undefined;
  pageId?: string | undefined;
  fromMs?: number | undefined;
  toMs?: number | undefined;
  beforeId?: number | undefined;
  limit: number;
};

export type AuditRow = {
  id: number;
  atMs: number;
  userId: string | null;
  userName: string | null;
  action: AuditAction;
  target: string | null;
  pageId: string | null;
  detail: string | null;
  ip: string | null;
  apiKeyName: string | null;
};

/** Newest first. Each filter has an index that ends in the id, or walks the ids; times are places among them. */
export async function listAudit(db: Db, filter: AuditFilter): Promise<AuditRow[]> {
  const { userId, action, pageId, fromMs, toMs, beforeId, limit } = filter;
  const conditions = ["a.id < ?"];
  const values: (string | number)[] = [beforeId ?? Number.MAX_SAFE_INTEGER];
  const add = (condition: string, value: string | number) => {
    conditions.push(condition);
    values.push(value);
  };
  if (userId !== undefined) add("a.user_id = ?", userId);
  if (action !== undefined) add("a.action = ?", action);
  if (pageId !== undefined) add("a.page_id = ?", pageId);
  if (fromMs !== undefined) add("a.at_ms >= ?", fromMs);
  if (toMs !== undefined) add("a.at_ms < ?", toMs);
  return prepared<AuditRow>(
    db,
    `SELECT a.id, a.at_ms AS atMs, a.user_id AS userId, u.name AS userName, a.action, a.target, a.page_id AS pageId,
       a.detail, a.ip, k.name AS apiKeyName
     FROM audit_log a LEFT JOIN users u ON u.id = a.user_id LEFT JOIN api_keys k ON k.id = a.api_key_id
     WHERE ${conditions.join(" AND ")} ORDER BY a.id DESC LIMIT ?`,
  ).all(...values, limit);
}
