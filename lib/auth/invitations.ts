import "server-only";
import { randomUUID } from "node:crypto";
import type { Invitation, InviteInput, Offer } from "@/lib/api/schemas/people";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { listPageNames } from "@/lib/pages/page-lookup-queries";
import { recordAudit } from "./audit-queries";
import { findOffer, isBacked } from "./find-offer";
import { findOpenInvitationById, insertInvitation, listOpenInvitations, revokeInvitation } from "./invitation-queries";
import { mayManageRole } from "./permissions";
import { hashToken, makeRandomToken } from "./random-token";
import { findUser } from "./user-queries";
import type { Viewer } from "./viewer";

const VALID_MS = 7 * 24 * 60 * 60 * 1000;

/** The token stands behind `#`: browsers send that to no server, so no log has it. */
export function toJoinLink(token: string): string {
  return `${getEnv().PUBLIC_URL}/join#${token}`;
}

/**
 * Makes a link that lets one person in, once, within a week.
 * @throws {AppError} `not_allowed` for a role above one's own; `invalid_input` for a Page that is not here
 */
export async function invite(
  db: Db,
  viewer: Viewer,
  { note, role, hasAllPages, pageIds }: InviteInput,
  nowMs: number,
): Promise<{ invitation: Invitation; link: string }> {
  if (!mayManageRole(viewer.role, role)) throw new AppError("not_allowed", "Only an owner can invite an owner.");
  const pages = hasAllPages ? [] : pageIds;
  assertPagesHere(db, pages);
  const token = makeRandomToken();
  const id = randomUUID();
  inTransaction(db, () => {
    insertInvitation(db, {
      id,
      tokenHash: hashToken(token),
      note,
      role,
      hasAllPages,
      pageIds: pages,
      createdBy: viewer.id,
      createdMs: nowMs,
      expiresMs: nowMs + VALID_MS,
    });
    const detail = { role, pages: hasAllPages ? "all" : pages };
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "invitation.created", target: id, detail });
  });
  const invitation = (await getInvitations(db, nowMs)).find((each) => each.id === id) as Invitation;
  return { invitation, link: toJoinLink(token) };
}

/** @throws {AppError} `invalid_input` */
export function assertPagesHere(db: Db, pageIds: readonly string[]): void {
  const known = new Map(listPageNames(db).map(({ id, name }) => [id, name]));
  const unknown = pageIds.find((pageId) => !known.has(pageId));
  if (unknown === undefined) return;
  const message = `There is no Page ${unknown} here.`;
  throw new AppError("invalid_input", message, { fields: [{ path: "pageIds", message }] });
}

export async function getInvitations(db: Db, nowMs: number): Promise<Invitation[]> {
  const open = (await listOpenInvitations(db, nowMs)).filter((row) => isBacked(db, row));
  return open.map(({ createdMs, expiresMs, createdBy: _, userId, ...rest }) => ({
    ...rest,
    createdAt: createdMs,
    expiresAt: expiresMs,
    isNewPassword: userId !== null,
  }));
}

/** @throws {AppError} `not_found`, `not_allowed` */
export function withdrawInvitation(db: Db, viewer: Viewer, id: string, nowMs: number): void {
  inTransaction(db, () => {
    const found = findOpenInvitationById(db, id, nowMs);
    if (!found) throw new AppError("not_found", "There is no such invitation any more.");
    if (!mayManageRole(viewer.role, found.role)) {
      throw new AppError("not_allowed", "Only an owner can withdraw the invitation of an owner.");
    }
    revokeInvitation(db, id, nowMs);
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "invitation.revoked", target: id });
  });
}

export const linkIsDead = () =>
  new AppError("not_found", "This link was used, withdrawn or is too old. Ask for a new one.");

/** What a link offers to whoever follows it. @throws {AppError} `not_found` */
export async function getOffer(db: Db, token: string, nowMs: number): Promise<Offer> {
  const found = findOffer(db, token, nowMs);
  if (!found) throw linkIsDead();
  const { role, hasAllPages, pageIds, createdBy, expiresMs, userId } = found;
  const names = new Map(listPageNames(db).map(({ id, name }) => [id, name]));
  return {
    role,
    hasAllPages,
    pageNames: pageIds.flatMap((id) => names.get(id) ?? []),
    invitedBy: createdBy === null ? null : (findUser(db, createdBy)?.name ?? null),
    expiresAt: expiresMs,
    email: userId === null ? null : (findUser(db, userId)?.email ?? null),
  };
}
