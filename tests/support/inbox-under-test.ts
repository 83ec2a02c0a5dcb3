import { type Db, openDb } from "@/lib/db/db";
import type { Changes } from "@/lib/inbox/changes";
import { listConversations } from "@/lib/inbox/conversation-queries";
import { listMessages } from "@/lib/inbox/message-list-queries";
import { toEventId } from "@/lib/notifications/event-id";
import { Interpreter } from "@/lib/notifications/interpreter";
import { listEvents, listNotifications } from "@/lib/notifications/notification-list-queries";
import { recordNotifications } from "@/lib/notifications/notification-queries";
import { RetryJob } from "@/lib/notifications/retry-job";
import { recordLinkedPage } from "@/lib/pages/page-queries";
import { A_KEY, ANA, APP, NOON, PAGE } from "./build-notification";

/** A real database in memory with the real migrations, one linked Page, and the real interpreter. */
export async function inboxUnderTest({ isLinked = true } = {}) {
  const db = openDb(":memory:");
  if (isLinked) await linkPage(db);
  const published: Changes[] = [];
  const interpreter = new Interpreter(db, {
    appId: APP,
    encryptionKeys: [A_KEY],
    publish: (changes) => published.push(changes),
    onFailures: () => retries.wake(),
  });
  const retries = new RetryJob(db, interpreter);

  /** Stores these bodies as if Meta had just sent them, each in a notification of its own, and interprets them. */
  async function receive(...bodies: unknown[]): Promise<void> {
    recordNotifications(db, bodies.map(toAccepted));
    await interpretAll();
  }

  async function interpretAll(): Promise<void> {
    interpreter.wake();
    while (interpreter.isBusy) await new Promise((resolve) => setImmediate(resolve));
  }

  const conversations = async () =>
    (await listConversations(db, { pages: "all", after: null, limit: 200 }, NOON)).conversations;
  return {
    db,
    interpreter,
    retries,
    published,
    receive,
    interpretAll,
    conversations,
    /** Oldest first. */
    messages: async (conversationId = 1) =>
      (await listMessages(db, { conversationId, after: null, limit: 200 })).messages.reverse(),
    search: async (text: string) =>
      (await listConversations(db, { pages: "all", search: text, after: null, limit: 200 }, NOON)).conversations,
    /** Every row of every table that may hold what people wrote. */
    dump: () => TABLES_WITH_TEXT.map((table) => db.$client.prepare(`SELECT * FROM ${table}`).all().map(toReadable)),
    events: (notificationId = 1) => listEvents(db, notificationId),
    /** Leaves a notification as a desk would that does not know its event yet. */
    pretendNotRecognised: (notificationId: number) => {
      db.$client.exec(`DELETE FROM messages; DELETE FROM conversations;
        INSERT INTO conversations (id, page_id, channel, psid) VALUES (1, '${PAGE}', 'messenger', '${ANA}');
        INSERT INTO messages (id, conversation_id, page_id, direction, author, kind, field, sent_ms, status)
          VALUES (1, 1, '${PAGE}', 'in', 'customer', 'placeholder', 'unknown', ${NOON}, 'received')`);
      db.$client
        .prepare("UPDATE events SET outcome = 'not_recognised', message_id = 1 WHERE id = ?")
        .run(toEventId(notificationId, 0));
    },
    notifications: async () => (await listNotifications(db, { pages: "all", limit: 200 })).notifications.reverse(),
  };
}

const TABLES_WITH_TEXT = ["notifications", "events", "conversations", "messages", "message_edits"];

const toReadable = (row: unknown) =>
  Object.values(row as object).map((value) => (Buffer.isBuffer(value) ? value.toString("utf8") : value));

function toAccepted(body: unknown) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  return {
    receivedMs: NOON,
    body: bytes,
    headers: "{}",
    signature: "valid",
    sizeBytes: bytes.length,
    status: 200,
  } as const;
}

export async function linkPage(db: Db): Promise<void> {
  await recordLinkedPage(db, {
    id: PAGE,
    name: "Harbor Bikes",
    pictureUrl: null,
    category: null,
    instagramAccountId: "17841490000000001",
    linkedMs: NOON,
    linkedByUserId: null,
    tokenEncrypted: null,
    tokenStatus: "valid",
    desiredFields: [],
    actualFields: [],
    problems: [],
    checkedMs: null,
  });
}
