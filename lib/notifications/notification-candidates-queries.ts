import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { EVENTS_PER_NOTIFICATION } from "./event-id";
import type { NotificationFilter } from "./notification-list-queries";
import { listWordsBeginning } from "./notification-search-queries";
import { quote, toSearchedWords } from "./search-words";

export type Candidates = {
  /** Ids below `beforeId`, newest first: all that the filters can mean, and perhaps more. */
  list: (beforeId: number, limit: number) => number[];
  /** What a candidate has to meet, over `n` (notifications) and `i` (interpretations), with its values. */
  condition: string;
  values: (string | number)[];
  /** Too many words begin like the last one looked for: only itself was. */
  isTooCommon: boolean;
};

type Account = { accountId: string; pageId: string };
type Range = { fromId: number; toId: number };

/** Chooses where candidates come from, and says what they are held against. */
export function toCandidates(db: Db, filter: NotificationFilter, accounts: readonly Account[]): Candidates {
  const { pages, pageId } = filter;
  const allowed = pages === "all" ? null : pages.flatMap((id) => toEntryIds(id, accounts));
  const wanted = pageId === undefined ? null : toEntryIds(pageId, accounts);
  const range = toRange(db, filter);
  // Nothing, for somebody who sees no Page, or asks for one they may not see: even how much there is stays untold.
  const isNothing = allowed?.length === 0 || (allowed && wanted?.some((id) => !allowed.includes(id)));
  const entryIds = wanted ?? allowed ?? [];
  const query = isNothing ? null : chooseQuery(db, filter, entryIds, range);
  const list = (beforeId: number, limit: number) => (query === null ? [] : listIds(db, query, range, beforeId, limit));
  return { list, ...toConditions(filter, entryIds, allowed), isTooCommon: query?.isTooCommon ?? false };
}

function listIds(db: Db, query: IdQuery, range: Range, beforeId: number, limit: number): number[] {
  const below = Math.min(beforeId, range.toId);
  const given = query.parts.flatMap(({ values }) => [...values, below, range.fromId, limit]);
  return prepared<{ id: number }>(db, toSql(query))
    .all(...given, limit)
    .map(({ id }) => id);
}

/** A Page's own entries, and those of its Instagram account. */
function toEntryIds(pageId: string, accounts: readonly Account[]): string[] {
  return [pageId, ...accounts.filter((account) => account.pageId === pageId).map(({ accountId }) => accountId)];
}

/** Ids rise with the time of arrival, so a time is a place among them. */
function toRange(db: Db, { fromMs, toMs }: NotificationFilter): Range {
  const firstAt = (ms: number) =>
    prepared<{ id: number }>(
      db,
      "SELECT id FROM notifications WHERE received_ms >= ? ORDER BY received_ms, id LIMIT 1",
    ).get(ms)?.id ?? Number.MAX_SAFE_INTEGER;
  return {
    fromId: fromMs === undefined ? 0 : firstAt(fromMs),
    toId: toMs === undefined ? Number.MAX_SAFE_INTEGER : firstAt(toMs),
  };
}

/** Each part lists ids in order; `condition` has its values first. Several parts are merged. */
type IdQuery = {
  parts: { id: string; table: string; condition: string; values: string[] }[];
  isTooCommon?: boolean;
};

/** What there is less of than this is gone through whole, rather than something else in search of it. */
const FEW = 500;

function chooseQuery(db: Db, filter: NotificationFilter, entryIds: readonly string[], range: Range): IdQuery | null {
  const { search, psid, field } = filter;
  if (search !== undefined || psid !== undefined) return toSearchQuery(db, filter, entryIds);
  const byOutcome = toOutcomeQuery(filter);
  const byContent = field === undefined && entryIds.length === 0 ? null : toContentQuery(db, filter, entryIds);
  if (byOutcome === null || byContent === null) return byOutcome ?? byContent ?? { parts: [ALL] };
  const isFew = listIds(db, byContent, range, Number.MAX_SAFE_INTEGER, FEW).length < FEW;
  return isFew ? byContent : byOutcome;
}

/** Null for what nearly all are. */
function toOutcomeQuery({ outcome, problems }: NotificationFilter): IdQuery | null {
  if (problems) return { parts: [...["failed", "partly_failed", "unreadable"].map(ofOutcome), REJECTED] };
  if (outcome === "rejected") return { parts: [REJECTED] };
  if (outcome === "pending") return { parts: [ofOutcome("pending"), WAITING] };
  return outcome === undefined || outcome === "applied" ? null : { parts: [ofOutcome(outcome)] };
}

/** The search knows the fields of a notification too. What it has not come to yet is walked through. */
function toContentQuery(db: Db, filter: NotificationFilter, entryIds: readonly string[]): IdQuery {
  // Rejected calls have no events; whom they name is known all the same.
  if (filter.field === undefined) return { parts: [...entryIds.map(ofEntry), ofOutcome("rejected")] };
  return { parts: [NOT_INDEXED, ...(toSearchQuery(db, filter, entryIds)?.parts ?? [])] };
}

const ALL = { id: "id", table: "notifications", condition: "1", values: [] };
const REJECTED = { id: "id", table: "notifications", condition: "signature <> 'valid'", values: [] };
const WAITING = {
  id: "id",
  table: "notifications",
  condition: "id > ifnull((SELECT position FROM progress WHERE name = 'interpreter'), 0)",
  values: [],
};
const NOT_INDEXED = {
  id: "id",
  table: "notifications",
  condition: "id > ifnull((SELECT position FROM progress WHERE name = 'notification-search'), 0)",
  values: [],
};
const ofOutcome = (outcome: string) => ({
  id: "notification_id",
  table: "interpretations",
  condition: "outcome <> 'applied' AND outcome = ?",
  values: [outcome],
});
const ofEntry = (entryId: string) => ({ id: "id", table: "events", condition: "entry_id = ?", values: [entryId] });

/** What an id or the name of a field can be; anything else is in no payload, and would be more than one word to FTS5. */
const ID = /^[\w-]+$/;

/** Null when the text has no words, or one that no payload has: then it is in nothing. */
function toSearchQuery(
  db: Db,
  { search, psid, field }: NotificationFilter,
  entryIds: readonly string[],
): IdQuery | null {
  if (![psid, field].every((id) => id === undefined || ID.test(id))) return null;
  const searched = search === undefined ? { words: [], beginning: null } : toSearchedWords(search);
  if (searched === null) return null;
  const { words, beginning } = searched;
  const last = beginning === null ? null : listWordsBeginning(db, beginning);
  if (last?.words.length === 0) return null;
  const terms = [
    ...words.map(quote),
    ...(last === null ? [] : [last.words.map(quote).join(" OR ")]),
    ...(psid === undefined ? [] : [quote(psid.toLowerCase())]),
    ...(field === undefined ? [] : [quote(`field=${field.toLowerCase()}`)]),
    ...(entryIds.length === 0 ? [] : [`(${entryIds.map((id) => quote(`page=${id}`)).join(" OR ")})`]),
  ];
  return {
    parts: [
      {
        id: "rowid",
        table: "notifications_fts",
        condition: "notifications_fts MATCH ?",
        values: [terms.map((term) => `(${term})`).join(" AND ")],
      },
    ],
    isTooCommon: last?.isTooCommon ?? false,
  };
}

/** Ids of events hold the notification's; a notification with many events of a kind is still one. */
function toSql({ parts }: IdQuery): string {
  const selects = parts.map(({ id, table, condition }) =>
    table === "events"
      ? `SELECT DISTINCT id / ${EVENTS_PER_NOTIFICATION} AS id FROM events WHERE ${condition}
         AND id < ? * ${EVENTS_PER_NOTIFICATION} AND id >= ? * ${EVENTS_PER_NOTIFICATION} ORDER BY events.id DESC LIMIT ?`
      : `SELECT ${id} AS id FROM ${table} WHERE ${condition} AND ${id} < ? AND ${id} >= ? ORDER BY ${id} DESC LIMIT ?`,
  );
  const merged = selects.map((select) => `SELECT id FROM (${select})`).join(" UNION ");
  return `${merged} ORDER BY id DESC LIMIT ?`;
}

function toConditions(
  filter: NotificationFilter,
  entryIds: readonly string[],
  allowed: readonly string[] | null,
): Pick<Candidates, "condition" | "values"> {
  const conditions = ["1"];
  const values: (string | number)[] = [];
  const add = (condition: string, ...its: (string | number)[]) => {
    conditions.push(condition);
    values.push(...its);
  };
  const { outcome, problems, field, fromMs, toMs } = filter;
  if (entryIds.length > 0) {
    add(
      "EXISTS (SELECT 1 FROM json_each(i.page_ids) p WHERE p.value IN (SELECT value FROM json_each(?)))",
      JSON.stringify(entryIds),
    );
  }
  if (allowed !== null) {
    // Rejected calls name Pages that nobody vouches for.
    add("n.signature = 'valid'");
    add(
      "NOT EXISTS (SELECT 1 FROM json_each(i.page_ids) p WHERE p.value NOT IN (SELECT value FROM json_each(?)))",
      JSON.stringify(allowed),
    );
  }
  if (field !== undefined) add("EXISTS (SELECT 1 FROM json_each(i.fields) f WHERE f.value = ?)", field);
  if (outcome === "rejected") add("n.signature <> 'valid'");
  else if (outcome !== undefined) add("n.signature = 'valid' AND ifnull(i.outcome, 'pending') = ?", outcome);
  if (problems) add("(n.signature <> 'valid' OR i.outcome IN ('failed', 'partly_failed', 'unreadable'))");
  if (fromMs !== undefined) add("n.received_ms >= ?", fromMs);
  if (toMs !== undefined) add("n.received_ms < ?", toMs);
  return { condition: conditions.join(" AND "), values };
}
