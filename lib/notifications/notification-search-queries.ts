import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { findProgress, recordProgress } from "@/lib/db/progress";
import { inTransaction } from "@/lib/db/transaction";
import { maskBytes } from "@/lib/messenger/mask-personal-data";
import { parseJson } from "@/lib/messenger/parse-json";
import { type SearchedWords, toPayloadWords, toWords } from "./search-words";

const WORKER = "notification-search";

type Row = { id: number; isValid: 0 | 1; body: Buffer; pageIds: string | null; fields: string | null };

const SELECT = `SELECT n.id, n.signature = 'valid' AS isValid, n.body, i.page_ids AS pageIds, i.fields
  FROM notifications n LEFT JOIN interpretations i ON i.notification_id = n.id`;

/**
 * Puts the next notifications that are interpreted, or rejected, into the search, in one transaction.
 * @returns how many it went past; 0 when the search is up to date
 */
export function indexNextNotifications(db: Db, limit: number): number {
  return inTransaction(db, () => {
    const interpretedUpTo = findProgress(db, "interpreter") ?? 0;
    const next = prepared<Row>(db, `${SELECT} WHERE n.id > ? ORDER BY n.id LIMIT 1`);
    const insert = prepared(db, "INSERT INTO notifications_fts (rowid, words) VALUES (?, ?)");
    let position = findProgress(db, WORKER) ?? 0;
    let count = 0;
    let bytes = 0;
    // One at a time: bodies may be large, and so many of them at once would be memory nobody gave.
    while (count < limit && bytes < MOST_BYTES) {
      const row = next.get(position);
      if (!row || (row.isValid && row.id > interpretedUpTo)) break;
      insert.run(row.id, toIndexed(row));
      position = row.id;
      count += 1;
      bytes += row.body.length;
    }
    if (count > 0) recordProgress(db, WORKER, position);
    return count;
  });
}

/** A step ends with this much, so that nothing waits long for it. */
const MOST_BYTES = 4 * 1024 * 1024;

/** More words than this begin alike only where too little was typed. */
const MOST_WORDS = 500;
/** Comes before every character a word can go on with. */
const SPACE = " ";

/**
 * The words of all payloads that begin so, itself first if it is one. Where they are too many, only itself: FTS5 would
 * read everything it knows of each of them before the first hit, and that grows with what is stored.
 */
export function listWordsBeginning(db: Db, beginning: string): { words: string[]; isTooCommon: boolean } {
  prepared(
    db,
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.notification_words USING fts5vocab(main, notifications_fts, instance)",
  ).run();
  const next = prepared<{ term: string }>(db, "SELECT term FROM temp.notification_words WHERE term >= ? LIMIT 1");
  const words: string[] = [];
  let word = next.get(beginning)?.term;
  while (word?.startsWith(beginning)) {
    if (words.push(word) > MOST_WORDS) return { words: [beginning], isTooCommon: true };
    word = next.get(word + SPACE)?.term;
  }
  return { words, isTooCommon: false };
}

/** Whether what is looked for is in a notification even with personal data hidden in it. */
export function isFoundMasked(db: Db, id: number, { words, beginning }: SearchedWords): boolean {
  const row = prepared<Row>(db, `${SELECT} WHERE n.id = ?`).get(id);
  if (!row) return false;
  const known = new Set(toIndexed({ ...row, body: maskBytes(row.body) }).split(" "));
  if (!words.every((word) => known.has(word))) return false;
  return beginning === null || [...known].some((word) => word.startsWith(beginning));
}

/** What the search knows of a notification is made anew: its body has changed. */
export function reindexNotification(db: Db, id: number): void {
  const row = id > (findProgress(db, WORKER) ?? 0) ? undefined : prepared<Row>(db, `${SELECT} WHERE n.id = ?`).get(id);
  if (!row) return;
  prepared(db, "INSERT OR REPLACE INTO notifications_fts (rowid, words) VALUES (?, ?)").run(id, toIndexed(row));
}

/** A thousand messages in one notification, the most Meta sends, are less. Of what is larger the beginning will do. */
const LARGEST_BATCH = 400_000;

function toIndexed({ body, pageIds, fields }: Row): string {
  const facets = [
    ...toList(pageIds).map((pageId) => `page=${pageId}`),
    ...toList(fields).map((field) => `field=${field}`),
  ];
  return `${facets.join(" ").toLowerCase()} ${toBodyWords(body)}`;
}

function toBodyWords(body: Buffer): string {
  const text = body.toString("utf8");
  try {
    return toPayloadWords(parseJson(text), text.length > LARGEST_BATCH ? undefined : LARGEST_BATCH);
  } catch {
    return [...new Set(toWords(text.slice(0, 20_000)))].join(" ");
  }
}

function toList(json: string | null): string[] {
  return json === null ? [] : (JSON.parse(json) as string[]);
}
