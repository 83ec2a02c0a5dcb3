import "server-only";
import type { ChangePersonInput, Person } from "@/lib/api/schemas/people";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import type { AuditAction } from "./audit-actions";
import { recordAudit } from "./audit-queries";
import { assertPagesHere } from "./invitations";
import { mayManageRole } from "./permissions";
import { revokeSessionsOf } from "./session-queries";
import {
  countOwners,
  findUser,
  listPeople,
  type PersonRow,
  readAccess,
  setAccess,
  type UserRow,
  updateUser,
} from "./user-queries";
import type { Viewer } from "./viewer";

/** Everybody with a place here, and for each whether who asks may change it. */
export async function getPeople(db: Db, viewer: Viewer, nowMs: number): Promise<Person[]> {
  const owners = countOwners(db);
  return (await listPeople(db, nowMs)).map((row) => toPerson(row, viewer, owners));
}

function toPerson(row: PersonRow, viewer: Viewer, owners: number): Person {
  const { asid, createdMs, deactivatedMs, hasAllPages, pageIds, seenMs, sessions, pictureUrl, ...rest } = row;
  return {
    ...rest,
    pictureUrl: pictureUrl === null ? null : `/api/people/${row.id}/picture`,
    hasAllPages: hasAllPages === 1,
    pageIds: JSON.parse(pageIds),
    signsInWith: asid.startsWith("local:") ? "password" : "facebook",
    createdAt: createdMs,
    lastSeenAt: seenMs,
    deactivatedAt: deactivatedMs,
    sessionCount: sessions,
    isYou: row.id === viewer.id,
    obstacle: findObstacle(viewer, row, owners),
  };
}

/** Why somebody cannot change another's place here, or their own; null when they can. @param owners who can come in */
function findObstacle(viewer: Viewer, { id, role }: Pick<UserRow, "id" | "role">, owners: number): string | null {
  if (id !== viewer.id) return mayManageRole(viewer.role, role) ? null : "Only an owner can change an owner.";
  if (role !== "owner") return "Nobody changes their own place. Ask an owner or another admin.";
  if (owners > 1) return "Nobody changes their own place. Ask another owner.";
  return "You are the only owner, and a desk needs one. Make somebody else an owner first; they can change your place.";
}

/** @throws {AppError} `not_found`, `not_allowed`, `last_owner`, `invalid_input` */
export function changePerson(db: Db, viewer: Viewer, userId: string, input: ChangePersonInput, nowMs: number): void {
  const pages = input.hasAllPages ? "all" : input.pageIds;
  if (pages !== "all") assertPagesHere(db, pages);
  inTransaction(db, () => {
    const user = getChangeable(db, viewer, userId);
    if (!mayManageRole(viewer.role, input.role)) throw new AppError("not_allowed", "Only an owner can make an owner.");
    const before = { role: user.role, pages: readAccess(db, user) };
    if (input.role !== "owner") assertOwnerLeft(db, user);
    setAccess(db, userId, { role: input.role, pages });
    const detail = { before, after: { role: input.role, pages } };
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "user.changed", target: userId, detail });
  });
}

/** Shuts somebody out, on their next request and on what they have open. @throws as `changePerson` */
export function deactivatePerson(db: Db, viewer: Viewer, userId: string, nowMs: number): void {
  inTransaction(db, () => {
    const user = getChangeable(db, viewer, userId);
    if (user.deactivatedMs !== null) return;
    assertOwnerLeft(db, user);
    updateUser(db, userId, { deactivatedMs: nowMs });
    revokeSessionsOf(db, userId, nowMs);
    record(db, viewer, "user.deactivated", userId, nowMs);
  });
}

/** Lets somebody in again who was shut out, with the role and Pages they had. @throws as `changePerson` */
export function reactivatePerson(db: Db, viewer: Viewer, userId: string, nowMs: number): void {
  inTransaction(db, () => {
    getChangeable(db, viewer, userId);
    updateUser(db, userId, { deactivatedMs: null });
    record(db, viewer, "user.reactivated", userId, nowMs);
  });
}

/** Ends all sessions of somebody. @returns how many there were. @throws as `changePerson` */
export function signOutPerson(db: Db, viewer: Viewer, userId: string, nowMs: number): number {
  return inTransaction(db, () => {
    getChangeable(db, viewer, userId);
    const ended = revokeSessionsOf(db, userId, nowMs);
    record(db, viewer, "user.signed_out", userId, nowMs, { ended });
    return ended;
  });
}

/** @throws {AppError} `not_found`, or `not_allowed` with the reason */
export function getChangeable(db: Db, viewer: Viewer, userId: string): UserRow {
  const user = findUser(db, userId);
  if (!user || user.asid.startsWith("deleted:")) throw new AppError("not_found", "There is no such person here.");
  const obstacle = findObstacle(viewer, user, countOwners(db));
  if (obstacle !== null) throw new AppError("not_allowed", obstacle);
  return user;
}

/** A desk without an owner could be mended from the command line only. */
function assertOwnerLeft(db: Db, { role, deactivatedMs }: UserRow): void {
  if (role !== "owner" || deactivatedMs !== null || countOwners(db) > 1) return;
  throw new AppError("last_owner", "Make somebody else an owner first: a desk needs one.");
}

function record(
  db: Db,
  viewer: Viewer,
  action: AuditAction,
  target: string,
  atMs: number,
  detail?: Record<string, unknown>,
): void {
  recordAudit(db, { atMs, userId: viewer.id, action, target, ...(detail ? { detail } : {}) });
}
