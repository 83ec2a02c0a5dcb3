import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";

/** Without a date of its own a Page was linked a moment ago, and linking looks at it. */
const DUE_MS = "ifnull(next_check_ms, linked_ms + 15 * 60000)";

/** The linked Page whose look has been due longest. */
export function findDueForCheck(db: Db, nowMs: number): string | null {
  const row = prepared<{ id: string }>(
    db,
    `SELECT id FROM pages WHERE linked_ms IS NOT NULL AND ${DUE_MS} <= ? ORDER BY ${DUE_MS} LIMIT 1`,
  ).get(nowMs);
  return row?.id ?? null;
}

export function setNextCheck(db: Db, pageId: string, nextCheckMs: number): void {
  prepared(db, "UPDATE pages SET next_check_ms = ? WHERE id = ?").run(nextCheckMs, pageId);
}

/** Gives every linked Page that is due a new date. */
export function spreadDueChecks(db: Db, nowMs: number, toNextMs: () => number): void {
  const due = prepared<{ id: string }>(db, `SELECT id FROM pages WHERE linked_ms IS NOT NULL AND ${DUE_MS} <= ?`);
  inTransaction(db, () => {
    for (const { id } of due.all(nowMs)) setNextCheck(db, id, toNextMs());
  });
}

/** The other Pages whose tokens are of the same person are looked at next: what ended one has mostly ended all. */
export function hurrySiblings(
  db: Db,
  { id, tokenOwnerAsid, linkedByUserId }: { id: string; tokenOwnerAsid: string | null; linkedByUserId: string | null },
  nowMs: number,
): void {
  prepared(
    db,
    `UPDATE pages SET next_check_ms = ? WHERE id <> ? AND linked_ms IS NOT NULL AND token_status = 'valid'
       AND (token_owner_asid = ? OR (token_owner_asid IS NULL AND linked_by_user_id = ?))`,
  ).run(nowMs, id, tokenOwnerAsid, linkedByUserId);
}

/** Pages Meta has given up on by now, for all that is known, and that were not looked at since. */
export function listGivenUp(db: Db, { nowMs, afterMs }: { nowMs: number; afterMs: number }): string[] {
  return prepared<{ id: string }>(
    db,
    `SELECT p.id FROM webhook_clocks c JOIN pages p ON p.id = c.page_id
     WHERE p.linked_ms IS NOT NULL AND c.since_ms + ? <= ? AND ifnull(p.checked_ms, 0) < c.since_ms + ?`,
  )
    .all(afterMs, nowMs, afterMs)
    .map(({ id }) => id);
}
