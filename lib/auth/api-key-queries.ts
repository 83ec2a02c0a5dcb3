import "server-only";
import { apiKeys } from "@/drizzle/schema/people";
import type { Role } from "@/lib/api/schemas/people";
import { type Db, prepared } from "@/lib/db/db";

export function insertApiKey(db: Db, key: typeof apiKeys.$inferInsert): void {
  db.insert(apiKeys).values(key).run();
}

type RawKey = {
  id: string;
  userId: string;
  userName: string;
  name: string;
  hint: string;
  role: Role;
  hasAllPages: number;
  pageIds: string;
  createdMs: number;
  usedMs: number | null;
};
export type ApiKeyRow = Omit<RawKey, "hasAllPages" | "pageIds"> & { hasAllPages: boolean; pageIds: string[] };

const SELECT = `SELECT k.id, k.user_id AS userId, u.name AS userName, k.name, k.hint, k.role,
    k.has_all_pages AS hasAllPages, k.page_ids AS pageIds, k.created_ms AS createdMs, k.used_ms AS usedMs
  FROM api_keys k JOIN users u ON u.id = k.user_id
  WHERE k.revoked_ms IS NULL`;

const toRow = (raw: RawKey): ApiKeyRow => ({
  ...raw,
  hasAllPages: raw.hasAllPages === 1,
  pageIds: JSON.parse(raw.pageIds),
});

/** Keys that were not revoked, the newest first: somebody's, or everybody's. */
export async function listApiKeys(db: Db, userId: string | null): Promise<ApiKeyRow[]> {
  const sql = `${SELECT} AND k.user_id = ifnull(?, k.user_id) ORDER BY k.created_ms DESC, k.id`;
  return prepared<RawKey>(db, sql).all(userId).map(toRow);
}

/** A key that was not revoked. */
export function findApiKey(db: Db, id: string): ApiKeyRow | null {
  const row = prepared<RawKey>(db, `${SELECT} AND k.id = ?`).get(id);
  return row ? toRow(row) : null;
}

/** The key with this hash, unless it was revoked. */
export function findApiKeyByHash(db: Db, keyHash: string): ApiKeyRow | null {
  const row = prepared<RawKey>(db, `${SELECT} AND k.key_hash = ?`).get(keyHash);
  return row ? toRow(row) : null;
}

export function recordKeyUse(db: Db, id: string, nowMs: number): void {
  prepared(db, "UPDATE api_keys SET used_ms = ? WHERE id = ?").run(nowMs, id);
}

export function revokeApiKey(db: Db, id: string, nowMs: number): void {
  prepared(db, "UPDATE api_keys SET revoked_ms = ? WHERE id = ? AND revoked_ms IS NULL").run(nowMs, id);
}
