import { z } from "zod";
import { AUDIT_ACTIONS } from "@/lib/auth/audit-actions";
import { id, listQuery, nextCursor, unixMs } from "./common";

export const role = z.enum(["owner", "admin", "agent", "developer"]);
export type Role = z.infer<typeof role>;

export const me = z.object({
  user: z.object({ id, name: z.string(), role, pictureUrl: z.string().nullable(), hasAllPages: z.boolean() }),
});
export type Me = z.infer<typeof me>;

const pageId = z.string().regex(/^\d{1,30}$/, "must be the id of a Page");
const title = z.string().trim().min(1, "must not be empty").max(100, "must have at most 100 characters");

/** Which Pages somebody may see: all there are and will be, or a list. */
const access = { role, hasAllPages: z.boolean(), pageIds: z.array(pageId).max(1000) };

/** @returns what to say about an access that makes no sense; null when it does */
function findAccessFault(given: { role: Role; hasAllPages: boolean; pageIds: string[] }): string | null {
  if (given.role === "owner" && !given.hasAllPages) return "An owner sees all Pages.";
  return !given.hasAllPages && given.pageIds.length === 0 ? "Choose at least one Page, or all of them." : null;
}

const withAccess = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ ...shape, ...access }).check(({ value, issues }) => {
    const message = findAccessFault(value as { role: Role; hasAllPages: boolean; pageIds: string[] });
    if (message !== null) issues.push({ code: "custom", message, input: value, path: ["pageIds"] });
  });

export const person = z.object({
  ...access,
  id,
  name: z.string(),
  pictureUrl: z.string().nullable(),
  signsInWith: z.enum(["facebook", "password"]),
  email: z.string().nullable(),
  createdAt: unixMs,
  /** To about a minute; null: never. */
  lastSeenAt: unixMs.nullable(),
  deactivatedAt: unixMs.nullable(),
  sessionCount: z.int(),
  isYou: z.boolean(),
  /** Why who asks cannot change this person; null when they can. */
  obstacle: z.string().nullable(),
});
export type Person = z.infer<typeof person>;
export const personList = z.object({ people: z.array(person), nextCursor });
export const personResult = z.object({ person });
export const changePersonInput = withAccess({});
export type ChangePersonInput = z.infer<typeof changePersonInput>;

export const invitation = z.object({
  ...access,
  id,
  note: z.string(),
  invitedBy: z.string().nullable(),
  createdAt: unixMs,
  expiresAt: unixMs,
  /** It gives somebody of this desk a new password; else it lets somebody new in. */
  isNewPassword: z.boolean(),
});
export type Invitation = z.infer<typeof invitation>;
export const invitationList = z.object({ invitations: z.array(invitation), nextCursor });
export const inviteInput = withAccess({ note: title });
export type InviteInput = z.infer<typeof inviteInput>;
/** `link` is told this once. */
export const inviteResult = z.object({ invitation, link: z.string() });

/** `link` is told this once. */
export const passwordLink = z.object({ link: z.string(), expiresAt: unixMs });
export type PasswordLink = z.infer<typeof passwordLink>;

const token = z.string().min(1).max(200);
/** What whoever follows a link may know before they come in. */
export const offer = z.object({
  role,
  hasAllPages: z.boolean(),
  pageNames: z.array(z.string()),
  invitedBy: z.string().nullable(),
  expiresAt: unixMs,
  /** Set when the link gives somebody a new password. */
  email: z.string().nullable(),
});
export type Offer = z.infer<typeof offer>;
export const offerInput = z.object({ token });
export const offerResult = z.object({ offer });

/** Each character fits in one place only: with two, a long text that fits nowhere would be tried for minutes. */
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(200, { error: "must have at most 200 characters", abort: true })
  .regex(EMAIL, "must be an email address");
const newPassword = z.string().min(12, "must have at least 12 characters").max(200, "must have at most 200 characters");
export const joinInput = z.object({ token, name: title, email, password: newPassword });
export type JoinInput = z.infer<typeof joinInput>;
export const setPasswordInput = z.object({ current: z.string().max(200), password: newPassword });

export const session = z.object({
  id,
  createdAt: unixMs,
  lastSeenAt: unixMs,
  /** As the browser names itself. */
  userAgent: z.string().nullable(),
  ip: z.string().nullable(),
  isCurrent: z.boolean(),
});
export type Session = z.infer<typeof session>;
export const sessionList = z.object({ sessions: z.array(session), nextCursor });
export const endedSessions = z.object({ ended: z.int() });

export const apiKey = z.object({
  ...access,
  id,
  name: z.string(),
  /** Its last characters. */
  hint: z.string(),
  madeBy: z.string(),
  isYours: z.boolean(),
  createdAt: unixMs,
  lastUsedAt: unixMs.nullable(),
  /** Why it does not work at the moment; null when it does. */
  obstacle: z.string().nullable(),
});
export type ApiKey = z.infer<typeof apiKey>;
export const apiKeyList = z.object({ apiKeys: z.array(apiKey), nextCursor });
export const createApiKeyInput = withAccess({ name: title });
export type CreateApiKeyInput = z.infer<typeof createApiKeyInput>;
/** `key` is told this once. */
export const createApiKeyResult = z.object({ apiKey, key: z.string() });

export const auditAction = z.enum(AUDIT_ACTIONS);
export const auditEntry = z.object({
  id,
  at: unixMs,
  userId: id.nullable(),
  userName: z.string().nullable(),
  action: auditAction,
  target: z.string().nullable(),
  pageId: id.nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
  ip: z.string().nullable(),
  apiKeyName: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditList = z.object({ entries: z.array(auditEntry), nextCursor });
const auditFilter = {
  userId: id.optional(),
  action: auditAction.optional(),
  pageId: id.optional(),
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
};
export const auditQuery = listQuery.extend(auditFilter);
export const auditExportQuery = z.object({ ...auditFilter, format: z.enum(["csv", "jsonl"]).default("csv") });
