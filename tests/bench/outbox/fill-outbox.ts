import { openDb } from "@/lib/db/db";
import { encrypt } from "@/lib/encryption";
import { createThread } from "@/lib/inbox/thread-queries";
import { enqueueMessage } from "@/lib/outbox/enqueue-message";
import { pageTokenOwner } from "@/lib/pages/page-token";
import { BENCH_PAGE_ID } from "../accept/prepare-requests";

export type FillOrder = {
  databasePath: string;
  encryptionKey: string;
  pages: number;
  conversationsPerPage: number;
  messagesPerConversation: number;
};

/** Links Pages and queues replies to people who have just written, the way the product does, before it runs. */
function fill(order: FillOrder): { queued: number } {
  const { databasePath, encryptionKey, pages, conversationsPerPage, messagesPerConversation } = order;
  const db = openDb(databasePath);
  const link = db.$client.prepare(
    `INSERT INTO pages (id, name, linked_ms, token_encrypted, token_status, desired_fields, actual_fields, problems)
     VALUES (?, ?, ?, ?, 'valid', '["messages"]', '["messages"]', '[]')`,
  );
  const wrote = db.$client.prepare("UPDATE conversations SET last_inbound_ms = ?, profile_checked_ms = ? WHERE id = ?");
  const nowMs = Date.now();
  // What is made here may be lost: it is thrown away afterwards.
  db.$client.pragma("synchronous = OFF");
  let queued = 0;
  link.run(BENCH_PAGE_ID, "Bench Page", nowMs, null);
  for (let page = 0; page < pages; page += 1) {
    const pageId = String(400_000_000_000_000 + page);
    link.run(pageId, `Page ${page}`, nowMs, encrypt(`token-${page}`, pageTokenOwner(pageId), [encryptionKey]));
    for (let n = 0; n < conversationsPerPage; n += 1) {
      const { id } = createThread(db, pageId, "messenger", String(7_500_000_000_000_000 + page * 1_000 + n));
      wrote.run(nowMs, nowMs, id);
      for (let message = 1; message <= messagesPerConversation; message += 1) {
        const content = { text: String(message) };
        enqueueMessage(db, { conversationId: id, clientId: `c-${message}`, content, userId: "bench" }, nowMs);
        queued += 1;
      }
    }
  }
  db.$client.close();
  return { queued };
}

process.once("message", (order: FillOrder) => {
  process.send?.(fill(order));
  process.exit(0);
});
