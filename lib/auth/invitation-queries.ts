import "server-only";
import { eq } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/people";
import { type Db, prepared } from "@/lib/db/db";

export type InvitationRow = typeof invitations.$inferSelect;

export function insertInvitation(db: Db, invitation: typeof invitations.$inferInsert): void {
  db.insert(invitations).values(invitation).run();
}

const isOpen = ({ acceptedMs, revokedMs, expiresMs }: InvitationRow, nowMs: number) =>
  acceptedMs === null && revokedMs === null && expiresMs > nowMs;

/** One that can still be taken. */
export function findOpenInvitation(db: Db, tokenHash: string, nowMs: number): InvitationRow | null {
  const row = db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).get();
  return row && isOpen(row, nowMs) ? row : null;
}

export function findOpenInvitationById(db: Db, id: string, nowMs: number): InvitationRow | null {
  const row = db.select().from(invitations).where(eq(invitations.id, id)).get();
  return row && isOpen(row, nowMs) ? row : null;
}

/** @returns false when somebody was quicker */
export function takeInvitation(db: Db, id: string, userId: string, nowMs: number): boolean {
  const take = prepared(
    db,
    "UPDATE invitations SET accepted_ms = ?, user_id = ? WHERE id = ? AND accepted_ms IS NULL AND revoked_ms IS NULL",
  );
  return take.run(nowMs, userId, id).changes === 1;
}

export function revokeInvitation(db: Db, id: string, nowMs: number): void {
  prepared(db, "UPDATE invitations SET revoked_ms = ? WHERE id = ?").run(nowMs, id);
}

type RawInvitation = Pick<
  InvitationRow,
  "id" | "note" | "role" | "createdMs" | "expiresMs" | "createdBy" | "userId"
> & {
  hasAllPages: number;
  pageIds: string;
  invitedBy: string | null;
};

/** Those that can still be taken, the newest first. */
export async function listOpenInvitations(db: Db, nowMs: number) {
  const rows = prepared<RawInvitation>(
    db,
    `SELECT i.id, i.note, i.role, i.created_ms AS createdMs, i.expires_ms AS expiresMs,
       i.created_by AS createdBy, i.user_id AS userId, i.has_all_pages AS hasAllPages, i.page_ids AS pageIds, u.name AS invitedBy
     FROM invitations i LEFT JOIN users u ON u.id = i.created_by
     WHERE i.accepted_ms IS NULL AND i.revoked_ms IS NULL AND i.expires_ms > ? ORDER BY i.created_ms DESC, i.id LIMIT 200`,
  ).all(nowMs);
  return rows.map((row) => ({
    ...row,
    hasAllPages: row.hasAllPages === 1,
    pageIds: JSON.parse(row.pageIds) as string[],
  }));
}
