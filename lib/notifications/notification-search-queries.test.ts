import { expect, test } from "vitest";
import { aMessage, notification } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { listNotifications } from "./notification-list-queries";
import { indexNextNotifications, listWordsBeginning } from "./notification-search-queries";

async function searchOver(...texts: string[]) {
  const inbox = await inboxUnderTest();
  await inbox.receive(...texts.map((text, n) => notification(aMessage({ mid: `m_${n}`, text, atMs: 1e12 + n }))));
  indexNextNotifications(inbox.db, 1_000);
  const search = async (text: string) =>
    (await listNotifications(inbox.db, { search: text, limit: 200 })).notifications;
  return { db: inbox.db, search };
}

test("the beginning of a word stands for every word that begins so, itself too", async () => {
  const { db, search } = await searchOver("sun", "Sunday", "sundays", "monday");
  expect(listWordsBeginning(db, "sun")).toEqual(["sun", "sunday", "sundays"]);
  expect((await search("sun")).map(({ id }) => id)).toEqual(["3", "2", "1"]);
  expect(await search("zep")).toEqual([]);
});

test("where too many words begin so, it stands for itself", async () => {
  const { db, search } = await searchOver(...Array.from({ length: 60 }, (_, n) => `order${100 + n}`), "order");
  expect(listWordsBeginning(db, "order")).toEqual(["order"]);
  expect((await search("order")).map(({ id }) => id)).toEqual(["61"]);
  expect(await search("order12")).toHaveLength(10);
});
