import "server-only";
import type { NotificationDetail, NotificationEvent, NotificationSummary } from "@/lib/api/schemas/notifications";
import { type Db, prepared } from "@/lib/db/db";
import { toPage } from "@/lib/db/paging";
import { EVENTS_PER_NOTIFICATION, toEventId } from "./event-id";

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
  signature: NotificationSummary["signature"];
};

const COLUMNS = `n.id, n.received_ms AS receivedMs, i.object, i.page_ids AS pageIds, i.fields,
  CASE WHEN n.signature <> 'valid' THEN 'rejected' ELSE ifnull(i.outcome, 'pending') END AS outcome,
  ifnull(i.event_count, 0) AS eventCount, n.size_bytes AS sizeBytes, i.duration_ms AS durationMs, n.signature`;
const TABLES = "notifications n LEFT JOIN interpretations i ON i.notification_id = n.id";

function toSummary(row: Row): NotificationSummary {
  const { id, receivedMs, pageIds, fields, ...rest } = row;
  return {
    ...rest,
    id: String(id),
    receivedAt: receivedMs,
    pageIds: pageIds === null ? [] : JSON.parse(pageIds),
    fields: fields === null ? [] : JSON.parse(fields),
  };
}

export type NotificationFilter = {
  pageId?: string | undefined;
  field?: string | undefined;
  outcome?: NotificationSummary["outcome"] | undefined;
  /** Part of the body, as Meta sent it. */
  search?: string | undefined;
  beforeId?: number | undefined;
  limit: number;
};

function toOutcomeCondition(outcome: NotificationSummary["outcome"]): [sql: string, ...values: string[]] {
  const byIndex = "n.id IN (SELECT notification_id FROM interpretations WHERE outcome = ? AND outcome <> 'applied')";
  if (outcome === "rejected") return ["n.signature <> 'valid'"];
  if (outcome === "applied") return ["i.outcome = 'applied'"];
  if (outcome !== "pending") return [byIndex, outcome];
  return [`(${byIndex} OR (i.outcome IS NULL AND n.signature = 'valid'))`, outcome];
}

export async function listNotifications(db: Db, filter: NotificationFilter) {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const add = (condition: string, ...its: (string | number)[]) => {
    conditions.push(condition);
    values.push(...its);
  };
  if (filter.beforeId !== undefined) add("n.id < ?", filter.beforeId);
  if (filter.outcome !== undefined) add(...toOutcomeCondition(filter.outcome));
  if (filter.pageId !== undefined) {
    add(`n.id IN (SELECT id / ${EVENTS_PER_NOTIFICATION} FROM events WHERE entry_id = ?)`, filter.pageId);
  }
  if (filter.field !== undefined) add("EXISTS (SELECT 1 FROM json_each(i.fields) WHERE value = ?)", filter.field);
  if (filter.search !== undefined) add("instr(n.body, CAST(? AS BLOB)) > 0", filter.search);
  const rows = prepared<Row>(
    db,
    `SELECT ${COLUMNS} FROM ${TABLES} ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
     ORDER BY n.id DESC LIMIT ?`,
  ).all(...values, filter.limit + 1);
  const { items, nextCursor } = toPage(rows, filter.limit, (last) => [last.id]);
  return { notifications: items.map(toSummary), nextCursor };
}

export async function findNotification(db: Db, id: number): Promise<NotificationDetail | null> {
  const row = prepared<Row & { body: Buffer; headers: string; error: string | null }>(
    db,
    `SELECT ${COLUMNS}, n.body, n.headers, i.error FROM ${TABLES} WHERE n.id = ?`,
  ).get(id);
  if (!row) return null;
  const { body, headers, error, ...summary } = row;
  return {
    ...toSummary(summary),
    rawBody: body.toString("utf8"),
    headers: JSON.parse(headers),
    error,
    events: listEvents(db, id),
  };
}

type EventRow = Omit<NotificationEvent, "id" | "messageId" | "conversationId"> & {
  id: number;
  messageId: number | null;
  conversationId: number | null;
};

/** Events of a notification, in the order Meta sent them. A repetition points to what the first arrival became. */
export function listEvents(db: Db, notificationId: number): NotificationEvent[] {
  const rows = prepared<EventRow>(
    db,
    `SELECT e.id, e.field, e.key, e.outcome, e.error, ifnull(e.message_id, f.message_id) AS messageId,
       ifnull(e.conversation_id, f.conversation_id) AS conversationId
     FROM events e LEFT JOIN events f ON f.id = e.first_event_id WHERE e.id >= ? AND e.id < ? ORDER BY e.id`,
  ).all(toEventId(notificationId, 0), toEventId(notificationId + 1, 0));
  const toText = (value: number | null) => (value === null ? null : String(value));
  return rows.map(({ id, messageId, conversationId, ...rest }) => ({
    ...rest,
    id: String(id),
    messageId: toText(messageId),
    conversationId: toText(conversationId),
  }));
}
