import { type Db, openDb } from "@/lib/db/db";
import type { Changes } from "@/lib/inbox/changes";
import { listConversations } from "@/lib/inbox/conversation-queries";
import { listMessages } from "@/lib/inbox/message-list-queries";
import { Interpreter } from "@/lib/notifications/interpreter";
import { listNotifications } from "@/lib/notifications/notification-list-queries";
import { recordNotifications } from "@/lib/notifications/notification-queries";
import { recordLinkedPage } from "@/lib/pages/page-queries";
import { APP, NOON, PAGE } from "./build-notification";

/** A real database in memory with the real migrations, one linked Page, and the real interpreter. */
export async function inboxUnderTest({ isLinked = true } = {}) {
  const db = openDb(":memory:");
  if (isLinked) await linkPage(db);
  const published: Changes[] = [];
  const interpreter = new Interpreter(db, { appId: APP, publish: (changes) => published.push(changes) });

  /** Stores these bodies as if Meta had just sent them, each in a notification of its own, and interprets them. */
  async function receive(...bodies: unknown[]): Promise<void> {
    recordNotifications(db, bodies.map(toAccepted));
    await interpretAll();
  }

  async function interpretAll(): Promise<void> {
    interpreter.wake();
    while (interpreter.isBusy) await new Promise((resolve) => setImmediate(resolve));
  }

  const conversations = async () => (await listConversations(db, { after: null, limit: 200 }, NOON)).conversations;
  return {
    db,
    interpreter,
    published,
    receive,
    interpretAll,
    conversations,
    /** Oldest first. */
    messages: async (conversationId = 1) =>
      (await listMessages(db, { conversationId, after: null, limit: 200 })).messages.reverse(),
    notifications: async () => (await listNotifications(db, { limit: 200 })).notifications.reverse(),
  };
}

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
