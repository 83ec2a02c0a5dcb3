import "server-only";
import type { NotificationDetail, NotificationEvent, NotificationSummary } from "@/lib/api/schemas/notifications";
import type { PageAccess } from "@/lib/auth/page-access";
import { type Db, prepared } from "@/lib/db/db";
import { toCursor } from "@/lib/db/paging";
import { toKind } from "@/lib/messenger/event-key";
import { listInstagramAccounts } from "@/lib/pages/page-lookup-queries";
import { EVENTS_PER_NOTIFICATION, toEventId, toNotificationId } from "./event-id";
import { type Candidates, toCandidates } from "./notification-candidates-queries";
import { indexNextNotifications, isFoundMasked } from "./notification-search-queries";
import { toSearchedWords } from "./search-words";

type Row = {
  id: number;
  receivedMs: number;
  object: string | null;
  pageIds: string | null;
  fields: string | null;
  outcome: NotificationSummary["outcome"];
  eventCount: number;
  sizeBytes: number;
  durationMs: number | null;
  applyMs: number | null;
  signature: NotificationSummary["signature"];
  status: number;
  duplicates: number;
};

const OUTCOME = "CASE WHEN n.signature <> 'valid' THEN 'rejected' ELSE ifnull(i.outcome, 'pending') END";
const COLUMNS = `n.id, n.received_ms AS receivedMs, i.object, i.page_ids AS pageIds, i.fields, ${OUTCOME} AS outcome,
  ifnull(i.event_count, 0) AS eventCount, n.size_bytes AS sizeBytes, i.duration_ms AS durationMs,
  max(0, i.interpreted_ms - n.received_ms) AS applyMs, n.signature, n.status,
  ifnull((SELECT max(repeats) FROM events e WHERE e.id >= n.id * ${EVENTS_PER_NOTIFICATION}
    AND e.id < (n.id + 1) * ${EVENTS_PER_NOTIFICATION}), 0) AS duplicates`;
const TABLES = "notifications n LEFT JOIN interpretations i ON i.notification_id = n.id";

/** @param pageIdOf the Page of an Instagram account; entries carry the account's id */
function toSummary(row: Row, pageIdOf: ReadonlyMap<string, string>): NotificationSummary {
  const { id, receivedMs, pageIds, fields, ...rest } = row;
  const entryIds: string[] = pageIds === null ? [] : JSON.parse(pageIds);
  return {
    ...rest,
    id: String(id),
    receivedAt: receivedMs,
    pageIds: [...new Set(entryIds.map((entryId) => pageIdOf.get(entryId) ?? entryId))],
    fields: fields === null ? [] : JSON.parse(fields),
  };
}

export type NotificationFilter = {
  /** The Pages that may be seen. What is about several is there for those who may see all of them. */
  pages: PageAccess;
  pageId?: string | undefined;
  field?: string | undefined;
  outcome?: NotificationSummary["outcome"] | undefined;
  /** Failed, partly failed, unreadable or rejected. */
  problems?: boolean | undefined;
  psid?: string | undefined;
  /** Received at or after, and before. Unix ms. */
  fromMs?: number | undefined;
  toMs?: number | undefined;
  /** Words of the payload. */
  search?: string | undefined;
  /** The words are looked for in what is shown with personal data hidden: or it could be found out by searching. */
  isMasked?: boolean | undefined;
  beforeId?: number | undefined;
  limit: number;
};

/** Rows looked at for one page of the list: a rare combination of filters is found in steps, each as quick as any other. */
const MAX_LOOKED_AT = 4_000;
const CHUNK = 500;
/** Where each is read, masked and searched anew. */
const MAX_MASKED = 400;
const MASKED_CHUNK = 50;
/** What the search may be behind before a query brings it up to date by itself. */
const INDEXED_AT_ONCE = 1_000;

/**
 * Newest first. Candidates come in order from whichever index fits the filters best, and are then held against all of
 * them; what that costs does not grow with how much is stored.
 */
export async function listNotifications(db: Db, filter: NotificationFilter) {
  const { search, psid, field } = filter;
  if (search !== undefined || psid !== undefined || field !== undefined) indexNextNotifications(db, INDEXED_AT_ONCE);
  const accounts = listInstagramAccounts(db);
  const candidates = toCandidates(db, filter, accounts);
  const seen = filter.isMasked && search !== undefined ? toSearchedWords(search) : null;
  const most = seen === null ? MAX_LOOKED_AT : MAX_MASKED;
  const found: Row[] = [];
  let lookedAt = 0;
  let beforeId = filter.beforeId ?? Number.MAX_SAFE_INTEGER;
  let isMore = true;
  while (isMore && found.length <= filter.limit && lookedAt < most) {
    // Most often the first ones will do, or nearly.
    const chunk = lookedAt === 0 ? filter.limit + 1 : Math.min(seen === null ? CHUNK : MASKED_CHUNK, 2 * lookedAt);
    const ids = candidates.list(beforeId, chunk);
    isMore = ids.length === chunk;
    lookedAt += ids.length;
    beforeId = ids.at(-1) ?? beforeId;
    const rows = ids.length > 0 ? readRows(db, ids, candidates) : [];
    found.push(...rows.filter(({ id }) => seen === null || isFoundMasked(db, id, seen)));
  }
  const pageIdOf = new Map(accounts.map(({ accountId, pageId }) => [accountId, pageId]));
  const items = found.slice(0, filter.limit);
  // When the last page is not full because enough was looked at, the next one goes on where this one stopped.
  const isShort = isMore && found.length <= filter.limit;
  const last = isShort ? beforeId : found.length > filter.limit ? items.at(-1)?.id : undefined;
  return {
    notifications: items.map((row) => toSummary(row, pageIdOf)),
    nextCursor: last === undefined ? null : toCursor([last]),
    ...(isShort ? { reachedAt: findReceivedMs(db, beforeId) } : {}),
    ...(candidates.isTooCommon && filter.pages === "all" ? { isTooCommon: true as const } : {}),
  };
}

function findReceivedMs(db: Db, id: number): number | undefined {
  return prepared<{ ms: number }>(db, "SELECT received_ms AS ms FROM notifications WHERE id = ?").get(id)?.ms;
}

function readRows(db: Db, ids: readonly number[], { condition, values }: Candidates): Row[] {
  return prepared<Row>(
    db,
    `SELECT ${COLUMNS} FROM ${TABLES} WHERE n.id IN (SELECT value FROM json_each(?)) AND ${condition} ORDER BY n.id DESC`,
  ).all(JSON.stringify(ids), ...values);
}

type DetailRow = Row & {
  body: Buffer;
  headers: string;
  error: string | null;
  secretIndex: number | null;
  signatureHash: "sha256" | "sha1" | null;
  signatureCause: NotificationDetail["signatureCheck"]["cause"];
  redactedMs: number | null;
  attempts: number;
  dueMs: number | null;
};

/** @param secretCount app secrets that are valid at the moment */
export async function findNotification(
  db: Db,
  id: number,
  { secretCount }: { secretCount: number },
): Promise<NotificationDetail | null> {
  const row = prepared<DetailRow>(
    db,
    `SELECT ${COLUMNS}, n.body, n.headers, i.error, n.secret_index AS secretIndex, n.signature_hash AS signatureHash,
       n.signature_cause AS signatureCause, n.redacted_ms AS redactedMs, ifnull(r.attempts, 0) AS attempts,
       r.due_ms AS dueMs
     FROM ${TABLES} LEFT JOIN interpretation_retries r ON r.notification_id = n.id WHERE n.id = ?`,
  ).get(id);
  if (!row) return null;
  const {
    body,
    headers,
    error,
    secretIndex,
    signatureHash: hash,
    signatureCause: cause,
    redactedMs: redactedAt,
    attempts,
    dueMs: nextAttemptAt,
    ...summary
  } = row;
  const pageIdOf = new Map(listInstagramAccounts(db).map(({ accountId, pageId }) => [accountId, pageId]));
  return {
    ...toSummary(summary, pageIdOf),
    rawBody: body.toString("utf8"),
    isMasked: false,
    isCut: redactedAt === null && body.length < summary.sizeBytes,
    headers: JSON.parse(headers),
    error,
    signatureCheck: { hash, secretNumber: secretIndex === null ? null : secretIndex + 1, secretCount, cause },
    redactedAt,
    attempts,
    nextAttemptAt,
    events: listEvents(db, id),
  };
}

type EventRow = Pick<NotificationEvent, "field" | "key" | "outcome" | "error" | "repeats"> & {
  id: number;
  timestampMs: number | null;
  messageId: number | null;
  conversationId: number | null;
  firstEventId: number | null;
};

/**
 * Events of a notification, in the order Meta sent them. A repetition points to what the first arrival became, as long
 * as that is kept.
 */
export function listEvents(db: Db, notificationId: number): NotificationEvent[] {
  const rows = prepared<EventRow>(
    db,
    `SELECT e.id, e.field, e.key, e.timestamp_ms AS timestampMs, e.outcome, e.error, e.repeats,
       f.id AS firstEventId, ifnull(e.message_id, f.message_id) AS messageId,
       ifnull(e.conversation_id, f.conversation_id) AS conversationId
     FROM events e LEFT JOIN events f ON f.id = e.first_event_id WHERE e.id >= ? AND e.id < ? ORDER BY e.id`,
  ).all(toEventId(notificationId, 0), toEventId(notificationId + 1, 0));
  const toText = (value: number | null) => (value === null ? null : String(value));
  return rows.map(({ id, timestampMs, messageId, conversationId, firstEventId, ...rest }) => ({
    ...rest,
    id: String(id),
    kind: toKind(rest.key),
    timestampAt: timestampMs,
    messageId: toText(messageId),
    conversationId: toText(conversationId),
    firstNotificationId: firstEventId === null ? null : String(toNotificationId(firstEventId)),
  }));
}
