import "server-only";
import type { Db } from "@/lib/db/db";
import { findOpenInvitation, type InvitationRow } from "./invitation-queries";
import { mayDo, mayManageRole } from "./permissions";
import { hashToken } from "./random-token";
import { findUser } from "./user-queries";

/**
 * What a link still offers. It is worth no more than whoever made it: once they are shut out, or may not give that place
 * any more, it is dead.
 */
export function findOffer(db: Db, token: string, nowMs: number): InvitationRow | null {
  const found = findOpenInvitation(db, hashToken(token), nowMs);
  return found && isBacked(db, found) ? found : null;
}

type Terms = Pick<InvitationRow, "createdBy" | "role" | "userId">;

/** Whether whoever made it could still make it. The command line always can. */
export function isBacked(db: Db, { createdBy, role, userId }: Terms): boolean {
  if (createdBy === null) return true;
  const maker = findUser(db, createdBy);
  if (!maker || maker.deactivatedMs !== null || !mayDo(maker, "people:manage")) return false;
  if (userId === null) return mayManageRole(maker.role, role);
  // For a new password it counts who they are now.
  const owner = findUser(db, userId);
  return owner !== null && owner.deactivatedMs === null && mayManageRole(maker.role, owner.role);
}
