import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { toPersonHash } from "@/lib/erasure/to-person-hash";
import { AppError } from "@/lib/errors";
import { listMessages } from "@/lib/inbox/message-list-queries";
import { indexNextNotifications } from "@/lib/notifications/notification-search-queries";
import { listNotificationsNaming } from "@/lib/notifications/redact-person-queries";
import { listInstagramAccounts } from "@/lib/pages/page-lookup-queries";
import {
  type ExportedProfile,
  findProfile,
  LIST_NAMES,
  type ListName,
  listKept,
  listUploadsNamed,
} from "./export-person-queries";
import { listExcerpts } from "./list-excerpts";

const MESSAGES_AT_ONCE = 50;
const ROWS_AT_ONCE = 500;
const NOTIFICATIONS_AT_ONCE = 20;
const INDEXED_AT_ONCE = 100;
const VERSION = 1;

/** Who asks; null: the command line. */
type By = { userId: string | null; nowMs: number };

/**
 * All that is kept of the person of a conversation, as JSON in pieces: a little is read at a time, with room for
 * everything else in between, so that it may be as much as it wants.
 * @throws {AppError} `not_found`, before the first piece
 */
export function exportPerson(db: Db, conversationId: number, { userId, nowMs }: By): AsyncGenerator<string> {
  const profile = findProfile(db, conversationId);
  if (!profile) throw new AppError("not_found", "There is no such conversation.");
  const { pageId, psid } = profile;
  const detail = { person: toPersonHash(psid) };
  recordAudit(db, { atMs: nowMs, userId, action: "person.exported", target: String(conversationId), pageId, detail });
  return write(db, conversationId, profile, nowMs);
}

async function* write(db: Db, id: number, profile: ExportedProfile, nowMs: number): AsyncGenerator<string> {
  const head = { format: "pagedesk-person", version: VERSION, exportedMs: nowMs, conversationId: String(id) };
  yield `${JSON.stringify({ ...head, profile }).slice(0, -1)},\n"messages": `;
  const filenames = new Set<string>();
  yield* toJsonList(readMessages(db, id, filenames));
  for (const name of LIST_NAMES) {
    yield `,\n"${name}": `;
    yield* toJsonList(readKept(db, name, id));
  }
  const uploads = [...filenames].flatMap((filename) => listUploadsNamed(db, profile.pageId, filename));
  yield `,\n"uploads": ${JSON.stringify(uploads)},\n"events": `;
  yield* toJsonList(readExcerpts(db, profile));
  yield "}\n";
}

async function* toJsonList(parts: AsyncGenerator<unknown[]>): AsyncGenerator<string> {
  let separator = "[\n";
  for await (const items of parts) {
    if (items.length === 0) continue;
    yield separator + items.map((item) => JSON.stringify(item)).join(",\n");
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}

async function* readKept(db: Db, name: ListName, conversationId: number): AsyncGenerator<unknown[]> {
  let afterId = 0;
  for (;;) {
    const rows = listKept(db, name, { conversationId, afterId, limit: ROWS_AT_ONCE });
    yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
    afterId = (rows.at(-1) as { id: number }).id;
    await turn();
  }
}

/** Newest first, as a thread is read. */
async function* readMessages(db: Db, conversationId: number, filenames: Set<string>): AsyncGenerator<unknown[]> {
  let after: number[] | null = null;
  for (;;) {
    const { messages } = await listMessages(db, { conversationId, after, limit: MESSAGES_AT_ONCE });
    for (const { direction, attachments } of messages) {
      for (const { title } of attachments) if (direction === "out" && title !== null) filenames.add(title);
    }
    yield messages;
    const last = messages.at(-1);
    if (!last || messages.length < MESSAGES_AT_ONCE) return;
    after = [last.sentAt, last.tie, Number(last.id)];
    await turn();
  }
}

/** Oldest first. Payloads are found by the person's id, which is a word of their search. */
async function* readExcerpts(db: Db, { psid, pageId }: ExportedProfile): AsyncGenerator<unknown[]> {
  const accounts = listInstagramAccounts(db).filter((account) => account.pageId === pageId);
  const entryIds = [pageId, ...accounts.map(({ accountId }) => accountId)];
  while (indexNextNotifications(db, INDEXED_AT_ONCE) > 0) await turn();
  let afterId = 0;
  for (;;) {
    const range = { personId: psid, afterId, untilId: Number.MAX_SAFE_INTEGER, limit: NOTIFICATIONS_AT_ONCE };
    const ids = listNotificationsNaming(db, range);
    for (const id of ids) {
      yield listExcerpts(db, id, { psid, entryIds });
      afterId = id;
      await turn();
    }
    if (ids.length < NOTIFICATIONS_AT_ONCE) return;
  }
}

/** Lets everything else go first. */
const turn = () => new Promise((resolve) => setImmediate(resolve));
