import { openDb } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { Changes } from "@/lib/inbox/changes";
import { createThread } from "@/lib/inbox/thread-queries";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { grantOneTime } from "@/lib/one-time/one-time-queries";
import { type Claim, claimMessage } from "@/lib/outbox/claim-message";
import { enqueueMessage } from "@/lib/outbox/enqueue-message";
import { recordUpload } from "@/lib/uploads/upload-queries";
import { A_KEY, NOON, PAGE } from "./build-notification";

/** A real database in memory with the real migrations, one linked Page, and people who wrote to it at noon. */
export function outboxUnderTest() {
  const db = openDb(":memory:");
  db.$client
    .prepare(
      `INSERT INTO pages (id, name, linked_ms, token_status, desired_fields, actual_fields, problems)
       VALUES (?, 'Harbor Bikes', 1, 'valid', '[]', '[]', '[]')`,
    )
    .run(PAGE);
  let people = 0;

  function aConversation({ channel = "messenger" as "messenger" | "instagram", wroteMs = NOON as number | null } = {}) {
    people += 1;
    const { id } = createThread(db, PAGE, channel, `700000000000000${people}`);
    db.$client.prepare("UPDATE conversations SET last_inbound_ms = ? WHERE id = ?").run(wroteMs, id);
    return id;
  }

  const one = <Row>(sql: string, ...params: unknown[]) => db.$client.prepare(sql).get(...params) as Row | undefined;
  return {
    db,
    aConversation,
    /** Queues a message. @returns its id */
    say: (conversationId: number, content: OutgoingContent, nowMs = NOON + 1) =>
      enqueueMessage(db, { conversationId, clientId: `c${Math.random()}`, content, userId: "u" }, nowMs).messageId,
    /** Takes a message to be sent. */
    claim: (messageId: number, nowMs = NOON + 2): Claim | null =>
      inTransaction(db, () => claimMessage(db, messageId, new Changes(), nowMs)),
    /** A person agreed to one message. @returns its id */
    agree: (conversationId: number, token = "7712345") => {
      const granted = { pageId: PAGE, conversationId, topic: "RESTOCK", token, grantedMs: NOON };
      inTransaction(db, () => grantOneTime(db, granted, [A_KEY], NOON));
      return String(one<{ id: number }>("SELECT max(id) AS id FROM one_time_notifications")?.id);
    },
    /** A file that was uploaded for a channel of the Page. @returns its id */
    upload: (channel: "messenger" | "instagram" = "messenger") => {
      const file = { type: "image", filename: "a.png", sizeBytes: 1, sha256: "0", userId: null } as const;
      const lasting = { createdMs: NOON, expiresMs: Number.MAX_SAFE_INTEGER };
      return recordUpload(db, { ...file, ...lasting, pageId: PAGE, channel, attachmentId: `41${channel}` })
        .attachmentId;
    },
    set: (table: "pages" | "conversations" | "messages", column: string, value: unknown) =>
      db.$client.prepare(`UPDATE ${table} SET ${column} = ?`).run(value),
    message: (messageId: number) =>
      one<{ status: string; mid: string | null; way: string | null; cause: string | null; unanswered: string | null }>(
        `SELECT m.status, m.mid, json_extract(m.details, '$.way') AS way, e.cause, e.unanswered
         FROM messages m LEFT JOIN delivery_errors e ON e.id = m.delivery_error_id WHERE m.id = ?`,
        messageId,
      ),
    queued: (messageId: number) =>
      one<{ state: string; attempts: number; notBeforeMs: number | null; nextLookupMs: number | null }>(
        `SELECT state, attempts, not_before_ms AS notBeforeMs, next_lookup_ms AS nextLookupMs FROM outbox
         WHERE message_id = ?`,
        messageId,
      ),
    errors: () =>
      db.$client.prepare("SELECT id, cause, status FROM delivery_errors ORDER BY id").all() as {
        id: number;
        cause: string;
        status: string;
      }[],
    capabilities: () => one<object>("SELECT human_agent AS humanAgent, one_time AS oneTime FROM pages"),
    oneTime: () => one<{ state: string }>("SELECT state, message_id AS messageId FROM one_time_notifications"),
    uploads: () => one<{ n: number }>("SELECT count(*) AS n FROM uploads")?.n,
  };
}

export const DAY = 24 * 60 * 60_000;
