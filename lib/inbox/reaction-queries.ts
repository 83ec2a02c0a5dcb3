import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";

export type NewReaction = {
  conversationId: number;
  mid: string;
  emoji: string | null;
  name: string | null;
  isRemoved: boolean;
  reactedMs: number;
  tie: number;
};

/** Keeps the newest word of the person on a message, whatever order it comes in. @returns whether this is it */
export function recordReaction(db: Db, r: NewReaction): boolean {
  const known = prepared<{ id: number; reactedMs: number; tie: number }>(
    db,
    `SELECT id, reacted_ms AS reactedMs, tie FROM reactions WHERE mid_hash = ? AND mid = ? AND conversation_id = ?`,
  ).get(hash53(r.mid), r.mid, r.conversationId);
  const values = [r.emoji, r.name, r.isRemoved ? 1 : 0, r.reactedMs, r.tie];
  if (!known) {
    prepared(
      db,
      `INSERT INTO reactions (emoji, name, is_removed, reacted_ms, tie, conversation_id, mid, mid_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(...values, r.conversationId, r.mid, hash53(r.mid));
    return true;
  }
  const isNewer = r.reactedMs > known.reactedMs || (r.reactedMs === known.reactedMs && r.tie > known.tie);
  if (isNewer) {
    prepared(db, "UPDATE reactions SET emoji = ?, name = ?, is_removed = ?, reacted_ms = ?, tie = ? WHERE id = ?").run(
      ...values,
      known.id,
    );
  }
  return isNewer;
}
