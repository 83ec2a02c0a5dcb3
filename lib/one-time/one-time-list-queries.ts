import "server-only";
import type { OneTimeNotification, OneTimeTopic } from "@/lib/api/schemas/outgoing";
import { type Db, prepared } from "@/lib/db/db";
import { parseCursor, toPage } from "@/lib/db/paging";

type Row = {
  id: number;
  conversationId: number;
  displayName: string | null;
  topic: string;
  title: string | null;
  state: OneTimeNotification["state"];
  askedAt: number | null;
  grantedAt: number | null;
  expiresAt: number | null;
  spentAt: number | null;
  messageId: number | null;
};
type Page = { cursor?: string | undefined; limit: number };

/** Never the token. */
const COLUMNS = `o.id, o.conversation_id AS conversationId, c.display_name AS displayName, o.topic, o.title, o.state,
  o.asked_ms AS askedAt, o.granted_ms AS grantedAt, o.expires_ms AS expiresAt, o.spent_ms AS spentAt,
  o.message_id AS messageId`;
const FROM = "one_time_notifications o JOIN conversations c ON c.id = o.conversation_id";
/** Ids stay far below. */
const FIRST = Number.MAX_SAFE_INTEGER;

/** What one person was asked for and agreed to, the latest first. @throws {AppError} `invalid_input` for the cursor */
export function listOneTimeOfConversation(db: Db, conversationId: number, { cursor, limit }: Page) {
  const [beforeId = FIRST] = parseCursor(cursor, 1) ?? [];
  const rows = prepared<Row>(
    db,
    `SELECT ${COLUMNS} FROM ${FROM} WHERE o.conversation_id = ? AND o.id < ? ORDER BY o.id DESC LIMIT ?`,
  ).all(conversationId, beforeId, limit + 1);
  return toList(rows, limit);
}

/** Who was asked for, agreed to or got a topic of a Page, the latest first. @throws {AppError} `invalid_input` for the cursor */
export function listOneTimeOfTopic(
  db: Db,
  { pageId, topic, state }: { pageId: string; topic: string; state: OneTimeNotification["state"] },
  { cursor, limit }: Page,
) {
  const [beforeId = FIRST] = parseCursor(cursor, 1) ?? [];
  const rows = prepared<Row>(
    db,
    `SELECT ${COLUMNS} FROM ${FROM} WHERE o.page_id = ? AND o.topic = ? AND o.state = ? AND o.id < ?
     ORDER BY o.id DESC LIMIT ?`,
  ).all(pageId, topic, state, beforeId, limit + 1);
  return toList(rows, limit);
}

function toList(rows: Row[], limit: number): { notifications: OneTimeNotification[]; nextCursor: string | null } {
  const { items, nextCursor } = toPage(rows, limit, (last) => [last.id]);
  return { notifications: items.map(toNotification), nextCursor };
}

function toNotification({ id, conversationId, messageId, ...row }: Row): OneTimeNotification {
  return {
    ...row,
    id: String(id),
    conversationId: String(conversationId),
    messageId: messageId === null ? null : String(messageId),
  };
}

const MAX_TOPICS = 200;

/**
 * Topics of a Page, by name, with how many people could be told now; the first 200. Steps from topic to topic in the
 * index, so it costs as much as there are topics and open tokens, whatever was spent before.
 */
export function listOneTimeTopics(db: Db, pageId: string): OneTimeTopic[] {
  return prepared<OneTimeTopic>(
    db,
    `WITH RECURSIVE topics(topic) AS (
       SELECT min(topic) FROM one_time_notifications WHERE page_id = @pageId
       UNION ALL
       SELECT (SELECT min(topic) FROM one_time_notifications WHERE page_id = @pageId AND topic > topics.topic)
       FROM topics WHERE topics.topic IS NOT NULL LIMIT ${MAX_TOPICS}
     )
     SELECT t.topic,
       coalesce(${["asked", "granted", "spent", "expired"].map(titleOfNewest).join(", ")}) AS title,
       (SELECT count(*) FROM one_time_notifications o
        WHERE o.page_id = @pageId AND o.topic = t.topic AND o.state = 'granted') AS granted
     FROM topics t WHERE t.topic IS NOT NULL`,
  ).all({ pageId });
}

function titleOfNewest(state: string): string {
  return `(SELECT o.title FROM one_time_notifications o
    WHERE o.page_id = @pageId AND o.topic = t.topic AND o.state = '${state}' ORDER BY o.id DESC LIMIT 1)`;
}
