import "server-only";
import { type Db, prepared } from "@/lib/db/db";

/** The tables with an encrypted column. */
export type EncryptedColumn = "pages" | "page_consents" | "one_time_notifications";
export type EncryptedRow = { id: string; value: string };

const SELECT = {
  pages: `SELECT id, token_encrypted AS value FROM pages
    WHERE id > ? AND token_encrypted IS NOT NULL AND token_encrypted NOT GLOB ? || '*' ORDER BY id LIMIT ?`,
  page_consents: `SELECT user_id AS id, token_encrypted AS value FROM page_consents
    WHERE user_id > ? AND token_encrypted NOT GLOB ? || '*' ORDER BY user_id LIMIT ?`,
  one_time_notifications: `SELECT CAST(id AS TEXT) AS id, token_encrypted AS value FROM one_time_notifications
    WHERE id > CAST(? AS INTEGER) AND token_encrypted IS NOT NULL AND token_encrypted NOT GLOB ? || '*'
    ORDER BY one_time_notifications.id LIMIT ?`,
} as const satisfies Record<EncryptedColumn, string>;

const UPDATE = {
  pages: "UPDATE pages SET token_encrypted = ? WHERE id = ? AND token_encrypted = ?",
  page_consents: "UPDATE page_consents SET token_encrypted = ? WHERE user_id = ? AND token_encrypted = ?",
  one_time_notifications: "UPDATE one_time_notifications SET token_encrypted = ? WHERE id = ? AND token_encrypted = ?",
} as const satisfies Record<EncryptedColumn, string>;

/** Values that do not begin so, by key. A row a Page, a consent or a one-time notification: walked once a start. */
export function listEncryptedOtherwise(
  db: Db,
  column: EncryptedColumn,
  { prefix, afterId, limit }: { prefix: string; afterId: string; limit: number },
): EncryptedRow[] {
  return prepared<EncryptedRow>(db, SELECT[column]).all(afterId, prefix, limit);
}

/** Puts a value in the place of the one that was read, unless that was renewed meanwhile. */
export function replaceEncrypted(db: Db, column: EncryptedColumn, { id, value }: EncryptedRow, anew: string): void {
  prepared(db, UPDATE[column]).run(anew, id, value);
}
