import "server-only";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { maySeePage, type PageAccess } from "@/lib/auth/page-access";
import { type Db, prepared } from "@/lib/db/db";
import { toPage } from "@/lib/db/paging";
import { AppError } from "@/lib/errors";
import { toWindow } from "@/lib/messenger/messaging-window";
import { searchCondition } from "./search-condition";

type Row = {
  id: number;
  pageId: string;
  psid: string;
  channel: Conversation["channel"];
  displayName: string | null;
  pictureUrl: string | null;
  preview: string;
  previewKind: Conversation["previewKind"];
  previewDirection: "in" | "out";
  unreadCount: number;
  lastActivityMs: number | null;
  lastInboundMs: number | null;
  status: Conversation["status"];
  ownerAppId: string | null;
  ownerKind: "desk" | "page_inbox" | "other_app" | null;
  standbyMs: number | null;
  primaryMs: number | null;
  lastAdMs: number | null;
  oneTimeTokens: number;
  hasFailed: number;
};

const COLUMNS = `id, page_id AS pageId, psid, channel, display_name AS displayName, picture_url AS pictureUrl, preview,
  preview_kind AS previewKind, preview_direction AS previewDirection, unread_count AS unreadCount,
  last_activity_ms AS lastActivityMs, last_inbound_ms AS lastInboundMs, status,
  owner_app_id AS ownerAppId, owner_kind AS ownerKind, standby_ms AS standbyMs, primary_ms AS primaryMs,
  last_ad_ms AS lastAdMs, one_time_tokens AS oneTimeTokens,
  preview_direction = 'out' AND EXISTS (SELECT 1 FROM outbox JOIN messages ON messages.id = message_id
    WHERE outbox.conversation_id = conversations.id AND state = 'failed' AND sent_ms = preview_ms AND tie = preview_tie)
    AS hasFailed`;

function toConversation(row: Row, nowMs: number): Conversation {
  const {
    id,
    lastActivityMs,
    lastInboundMs,
    pictureUrl,
    ownerAppId,
    ownerKind,
    standbyMs,
    primaryMs,
    lastAdMs,
    hasFailed,
    ...rest
  } = row;
  return {
    ...rest,
    id: String(id),
    pictureUrl: pictureUrl === null ? null : `/api/conversations/${id}/picture`,
    hasFailed: hasFailed === 1,
    lastActivityAt: lastActivityMs ?? 0,
    window: toWindow({ channel: row.channel, lastInboundMs, lastAdMs }, nowMs),
    lastInboundAt: lastInboundMs,
    lastAdAt: lastAdMs,
    isStandby: (standbyMs ?? -1) > (primaryMs ?? -1),
    owner: ownerAppId === null || ownerKind === null ? null : { appId: ownerAppId, kind: ownerKind },
  };
}

export type ConversationFilter = {
  /** The Pages that may be seen. */
  pages: PageAccess;
  pageId?: string;
  status?: "open" | "done";
  isUnread?: boolean;
  /** Part of a name or of a message. */
  search?: string;
  /** `[lastActivityMs, id]` of the last row seen. */
  after: number[] | null;
  limit: number;
};

/** Conversations with something in them, newest activity first. */
export async function listConversations(db: Db, filter: ConversationFilter, nowMs: number) {
  const rows = readRows(db, listIds(db, filter), filter.limit + 1);
  const { items, nextCursor } = toPage(rows, filter.limit, (last) => [last.lastActivityMs ?? 0, last.id]);
  return { conversations: items.map((row) => toConversation(row, nowMs)), nextCursor };
}

/** Ids of the next ones, and of one more. */
function listIds(db: Db, { pages, pageId, ...filter }: ConversationFilter): number[] {
  if (pageId !== undefined) return maySeePage(pages, pageId) ? listIdsWhere(db, filter, "page_id = ?", pageId) : [];
  if (pages === "all") return listIdsWhere(db, filter);
  const isSearch = (filter.search ?? "").trim() !== "";
  if (isSearch) return listIdsWhere(db, filter, "page_id IN (SELECT value FROM json_each(?))", JSON.stringify(pages));
  // Each Page's own list, merged: one list of all would be walked far for somebody who sees few of them.
  return pages.flatMap((id) => listIdsWhere(db, filter, "page_id = ?", id));
}

function listIdsWhere(
  db: Db,
  filter: Omit<ConversationFilter, "pages" | "pageId">,
  ofPages = "1",
  ...its: string[]
): number[] {
  const conditions = ["last_activity_ms IS NOT NULL", ofPages];
  const values: (string | number)[] = its;
  const add = (condition: string, ...more: (string | number)[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  if (filter.status !== undefined) add("status = ?", filter.status);
  if (filter.isUnread) add("unread_count > 0");
  const search = filter.search === undefined ? null : searchCondition(filter.search);
  if (search) add(search.sql, ...search.values);
  if (filter.after) add("(last_activity_ms, id) < (?, ?)", ...filter.after);
  return prepared<{ id: number }>(
    db,
    `SELECT id FROM conversations WHERE ${conditions.join(" AND ")} ORDER BY last_activity_ms DESC, id DESC LIMIT ?`,
  )
    .all(...values, filter.limit + 1)
    .map(({ id }) => id);
}

function readRows(db: Db, ids: readonly number[], limit: number): Row[] {
  return prepared<Row>(
    db,
    `SELECT ${COLUMNS} FROM conversations WHERE id IN (SELECT value FROM json_each(?))
     ORDER BY last_activity_ms DESC, id DESC LIMIT ?`,
  ).all(JSON.stringify(ids), limit);
}

/** Null for one that is being erased, too. */
export async function findConversation(db: Db, id: number, nowMs: number): Promise<Conversation | null> {
  const row = prepared<Row>(db, `SELECT ${COLUMNS} FROM conversations WHERE id = ? AND psid NOT GLOB 'erased:*'`).get(
    id,
  );
  return row ? toConversation(row, nowMs) : null;
}

/** Where Meta keeps the person's picture; expires. */
export async function findPersonPictureUrl(db: Db, id: number): Promise<string | null> {
  const row = prepared<{ url: string | null }>(db, "SELECT picture_url AS url FROM conversations WHERE id = ?").get(id);
  return row?.url ?? null;
}

/** @throws {AppError} `not_found` */
export async function getConversation(db: Db, id: number, nowMs: number): Promise<Conversation> {
  const found = await findConversation(db, id, nowMs);
  if (!found) throw new AppError("not_found", "There is no such conversation.");
  return found;
}
