import "server-only";
import type { Db } from "@/lib/db/db";
import { type ApiKeyRow, findApiKeyByHash, recordKeyUse } from "./api-key-queries";
import { narrowAccess } from "./page-access";
import { listKeyRoles } from "./permissions";
import { hashToken } from "./random-token";
import { findUser, readAccess } from "./user-queries";
import type { Viewer } from "./viewer";

/** A key is not written to more often than this. */
const USED_MS = 60_000;

/** For whom a program with this key acts. Null when it does not work. */
export async function findKeyViewer(db: Db, key: string, nowMs: number): Promise<Viewer | null> {
  const found = findApiKeyByHash(db, hashToken(key));
  const viewer = found && toKeyViewer(db, found);
  if (viewer && (found.usedMs ?? 0) < nowMs - USED_MS) recordKeyUse(db, found.id, nowMs);
  return viewer;
}

/**
 * A key never does more than its maker may at the moment: that they are shut out, see fewer Pages, or have a role that
 * may not give this one, counts at once.
 */
export function toKeyViewer(db: Db, { id, userId, name, role, hasAllPages, pageIds }: ApiKeyRow): Viewer | null {
  const maker = findUser(db, userId);
  if (!maker || maker.deactivatedMs !== null || !listKeyRoles(maker.role).includes(role)) return null;
  const pages = narrowAccess(hasAllPages ? "all" : pageIds, readAccess(db, maker));
  return {
    id: maker.id,
    sessionId: "",
    apiKeyId: id,
    name,
    role,
    pictureUrl: null,
    pages,
    hasAllPages: pages === "all",
  };
}
