import "server-only";
import { randomUUID } from "node:crypto";
import type { ApiKey, CreateApiKeyInput } from "@/lib/api/schemas/people";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { type ApiKeyRow, findApiKey, insertApiKey, listApiKeys, revokeApiKey } from "./api-key-queries";
import { recordAudit } from "./audit-queries";
import { maySeePages } from "./page-access";
import { listKeyRoles, mayDo } from "./permissions";
import { hashToken, makeRandomToken } from "./random-token";
import { findUser } from "./user-queries";
import type { Viewer } from "./viewer";

/** Tells people, and the programs that look for lost secrets, what it is. */
const PREFIX = "pagedesk_";
const HINT_CHARACTERS = 4;

/** Keys that have not been revoked: those of who asks; for who manages people, everybody's. */
export async function getApiKeys(db: Db, viewer: Viewer): Promise<ApiKey[]> {
  const rows = await listApiKeys(db, mayDo(viewer, "people:manage") ? null : viewer.id);
  return rows.map((row) => toApiKey(db, row, viewer));
}

function toApiKey(db: Db, { userId, userName, createdMs, usedMs, ...rest }: ApiKeyRow, viewer: Viewer): ApiKey {
  return {
    ...rest,
    madeBy: userName,
    isYours: userId === viewer.id,
    createdAt: createdMs,
    lastUsedAt: usedMs,
    obstacle: findObstacle(db, userId, rest.role, userName),
  };
}

function findObstacle(db: Db, userId: string, role: ApiKeyRow["role"], name: string): string | null {
  const maker = findUser(db, userId);
  if (!maker || maker.deactivatedMs !== null) return `It does not work while ${name} is shut out.`;
  return listKeyRoles(maker.role).includes(role) ? null : `It does not work: ${name} may not give this role any more.`;
}

/**
 * Makes a key that acts for who asks, never beyond what they may do themselves.
 * @returns the key: it is told this once, only its hash is kept
 * @throws {AppError} `not_allowed` for a role or a Page that is not theirs to give
 */
export function createApiKey(
  db: Db,
  viewer: Viewer,
  { name, role, hasAllPages, pageIds }: CreateApiKeyInput,
  nowMs: number,
): { apiKey: ApiKey; key: string } {
  if (!listKeyRoles(viewer.role).includes(role)) {
    throw new AppError("not_allowed", "A key cannot have a role that can do more than you.");
  }
  if (hasAllPages ? !viewer.hasAllPages : !maySeePages(viewer.pages, pageIds)) {
    throw new AppError("not_allowed", "A key can see only Pages that you see.");
  }
  const key = PREFIX + makeRandomToken();
  const id = randomUUID();
  const pages = hasAllPages ? [] : pageIds;
  inTransaction(db, () => {
    const row = { id, userId: viewer.id, name, role, hasAllPages, pageIds: pages, createdMs: nowMs };
    insertApiKey(db, { ...row, keyHash: hashToken(key), hint: key.slice(-HINT_CHARACTERS) });
    const detail = { name, role, pages: hasAllPages ? "all" : pages };
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "api_key.created", target: id, detail });
  });
  return { apiKey: toApiKey(db, findApiKey(db, id) as ApiKeyRow, viewer), key };
}

/** @throws {AppError} `not_found` when there is none, or it is not theirs to revoke */
export function endApiKey(db: Db, viewer: Viewer, id: string, nowMs: number): void {
  inTransaction(db, () => {
    const found = findApiKey(db, id);
    if (!found || (found.userId !== viewer.id && !mayDo(viewer, "people:manage"))) {
      throw new AppError("not_found", "There is no such key.");
    }
    revokeApiKey(db, id, nowMs);
    const detail = { name: found.name, madeBy: found.userId };
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "api_key.revoked", target: id, detail });
  });
}
