import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { conversationList, messageList } from "@/lib/api/schemas/inbox";
import { notificationDetail, notificationList } from "@/lib/api/schemas/notifications";
import { parkedEntry } from "@/lib/api/schemas/pages";
import { type Db, prepared } from "@/lib/db/db";
import { listConversations } from "@/lib/inbox/conversation-queries";
import { listMessages } from "@/lib/inbox/message-list-queries";
import { listParkedEntries } from "@/lib/pages/parked-entry-queries";
import { aMessage, NOON, notification } from "@/tests/support/build-notification";
import { anyBytes } from "@/tests/support/generate-oddities";
import { generatedInbox } from "@/tests/support/generated-inbox";
import { findNotification, listNotifications } from "./notification-list-queries";
import { indexNextNotifications } from "./notification-search-queries";

const CASES = 2_000;

/** What the API would answer of it all is of its schema: one odd body must not hide the others. */
async function expectReadable(db: Db): Promise<void> {
  const { conversations, ...rest } = await listConversations(db, { pages: "all", after: null, limit: 200 }, NOON);
  conversationList.parse({ conversations, ...rest });
  for (const { id } of conversations) {
    const messages = await listMessages(db, { conversationId: Number(id), after: null, limit: 200 });
    messageList.parse({ ...messages, firstUnreadMessageId: null });
  }
  const { notifications, ...page } = await listNotifications(db, { pages: "all", limit: 200 });
  notificationList.parse({ notifications, ...page });
  for (const { id } of notifications) {
    notificationDetail.parse(await findNotification(db, Number(id), { secretCount: 1 }));
  }
  z.array(parkedEntry).parse(await listParkedEntries(db));
}

test("any bytes at all get an outcome, none is a failure of ours, and the next message is applied", async () => {
  const inbox = await generatedInbox();
  const { db } = inbox;
  const all = (sql: string) => prepared<Record<string, unknown>>(db, sql).all();
  const builtIn = Object.getOwnPropertyNames(Object.prototype);
  const outcomes = new Set<unknown>();
  await fc.assert(
    fc
      .asyncProperty(fc.array(anyBytes(), { minLength: 1, maxLength: 5 }), async (bodies) => {
        const good = JSON.stringify(notification(aMessage({ mid: "m_after", text: "Still here?" })));
        await inbox.receive({ waves: [[...bodies, good]] });
        const interpreted = all("SELECT outcome, error FROM interpretations ORDER BY notification_id");
        expect(interpreted).toHaveLength(bodies.length + 1);
        for (const { outcome, error } of interpreted) {
          expect(["applied", "duplicate", "unreadable", "pending"], String(error)).toContain(outcome);
          outcomes.add(outcome);
        }
        expect(all("SELECT text FROM messages WHERE mid = 'm_after'")).toEqual([{ text: "Still here?" }]);
        indexNextNotifications(db, 10);
        await expectReadable(db);
        inbox.replayAll({ isDryRun: false });
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(builtIn);
      })
      .afterEach(() => inbox.clear()),
    { numRuns: CASES },
  );
  expect([...outcomes].sort()).toEqual(["applied", "duplicate", "pending", "unreadable"]);
}, 300_000);
