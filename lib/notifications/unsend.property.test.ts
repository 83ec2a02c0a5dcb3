import fc from "fast-check";
import { expect, test } from "vitest";
import { type Db, prepared } from "@/lib/db/db";
import { indexNextMessages } from "@/lib/inbox/search-index-queries";
import { parseJson } from "@/lib/messenger/parse-json";
import { Tried } from "@/tests/support/count-tried";
import { someArrivals, toDelivery } from "@/tests/support/generate-delivery";
import { type StoryEvent, someMoves, toStory } from "@/tests/support/generate-story";
import { generatedInbox } from "@/tests/support/generated-inbox";
import { indexNextNotifications } from "./notification-search-queries";

const CASES = 2_000;
const MOST_EVENTS = 14;
const SECRET = "quokka";

type Item = { message?: Record<string, unknown>; message_edit?: Record<string, unknown> };

/** The story with the secret in everything that is taken back in the end: text, attachments, payload, edits, copies. */
function withSecrets(story: readonly StoryEvent[]): StoryEvent[] {
  const unsent = new Set(story.filter(({ action }) => action === "unsend").flatMap(({ about }) => about));
  return story.map((event) => {
    const item = parseJson(event.item) as Item;
    if (event.brings !== null && unsent.has(event.brings)) Object.assign(item.message ?? {}, CONTENT);
    else if (event.action === "edit" && event.about.some((mid) => unsent.has(mid))) {
      Object.assign(item.message_edit ?? {}, { text: `Rather a ${SECRET}` });
    } else return event;
    return { ...event, item: JSON.stringify(item) };
  });
}

const CONTENT = {
  text: `I have seen a ${SECRET}`,
  quick_reply: { payload: SECRET },
  attachments: [{ type: "fallback", payload: { url: `https://shop.example.test/${SECRET}`, title: SECRET } }],
};

function index(db: Db): void {
  indexNextMessages(db, 500);
  indexNextNotifications(db, 500);
}

test("once a message is taken back, its content is in no table and no search, whatever came first", async () => {
  const inbox = await generatedInbox();
  const tried = new Tried();
  const find = (table: string) => prepared(inbox.db, `SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).all(SECRET);
  await fc.assert(
    fc
      .asyncProperty(
        someMoves(MOST_EVENTS),
        someArrivals(MOST_EVENTS),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
        async (moves, arrivals, indexes) => {
          const delivery = toDelivery(withSecrets(toStory(moves)), arrivals);
          let wave = 0;
          await inbox.receive(delivery, (db) => {
            if (indexes[wave % indexes.length]) index(db);
            wave += 1;
          });
          expect(inbox.dump()).not.toContain(SECRET);
          expect([find("messages_fts"), find("notifications_fts")]).toEqual([[], []]);
          index(inbox.db);
          expect([find("messages_fts"), find("notifications_fts")]).toEqual([[], []]);
          tried.countFirst(delivery.arriving);
          tried.countEvents(inbox.db);
        },
      )
      .afterEach(() => inbox.clear()),
    { numRuns: CASES },
  );
  for (const what of ["unsend", "unsend first", "edit first"]) expect(tried.of(what), what).toBeGreaterThan(50);
}, 300_000);
