import "server-only";
import { type Db, prepared } from "@/lib/db/db";

export type DueLookup = { messageId: number; conversationId: number; pageId: string };

/** Unconfirmed messages whose conversation is to be looked up by now, the longest due first. */
export function listDueLookups(db: Db, { nowMs, limit }: { nowMs: number; limit: number }): DueLookup[] {
  return prepared<DueLookup>(
    db,
    `SELECT message_id AS messageId, conversation_id AS conversationId, page_id AS pageId FROM outbox
     WHERE next_lookup_ms IS NOT NULL AND next_lookup_ms <= ? ORDER BY next_lookup_ms LIMIT ?`,
  ).all(nowMs, limit);
}

/** When the next look is due, Unix ms; null: none is. */
export function findNextLookupMs(db: Db): number | null {
  return (
    prepared<{ ms: number | null }>(
      db,
      "SELECT min(next_lookup_ms) AS ms FROM outbox WHERE next_lookup_ms IS NOT NULL",
    ).get()?.ms ?? null
  );
}

/** @param nextMs null: no more looks */
export function scheduleLookup(
  db: Db,
  messageId: number,
  { nextMs, lookups }: { nextMs: number | null; lookups: number },
): void {
  prepared(db, "UPDATE outbox SET next_lookup_ms = ?, lookups = ? WHERE message_id = ?").run(
    nextMs,
    lookups,
    messageId,
  );
}
