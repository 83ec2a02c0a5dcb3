import { expect, test } from "vitest";
import { aMessage, notification } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { listNotifications } from "./notification-list-queries";
import { recordNotifications } from "./notification-queries";
import { indexNextNotifications, listWordsBeginning } from "./notification-search-queries";

async function searchOver(...texts: string[]) {
  const inbox = await inboxUnderTest();
  await inbox.receive(...texts.map((text, n) => notification(aMessage({ mid: `m_${n}`, text, atMs: 1e12 + n }))));
  indexNextNotifications(inbox.db, 1_000);
  const list = (text: string) => listNotifications(inbox.db, { pages: "all", search: text, limit: 200 });
  const search = async (text: string) => (await list(text)).notifications;
  return { db: inbox.db, list, search };
}

test("the beginning of a word stands for every word that begins so, itself too", async () => {
  const { db, search } = await searchOver("sun", "Sunday", "sundays", "monday");
  expect(listWordsBeginning(db, "sun")).toEqual({ words: ["sun", "sunday", "sundays"], isTooCommon: false });
  expect((await search("sun")).map(({ id }) => id)).toEqual(["3", "2", "1"]);
  expect(await search("zep")).toEqual([]);
});

test("where too many words begin so, it stands for itself", async () => {
  const { db, list, search } = await searchOver(...Array.from({ length: 501 }, (_, n) => `order${100 + n}`), "order");
  expect(listWordsBeginning(db, "order")).toEqual({ words: ["order"], isTooCommon: true });
  expect(await list("order")).toMatchObject({ notifications: [{ id: "502" }], isTooCommon: true });
  expect(await search("order12")).toHaveLength(10);
});

test("a rejected call is found by its words at once, while nothing valid comes after it", async () => {
  const { db, search } = await searchOver("hello");
  const body = Buffer.from(JSON.stringify(notification(aMessage({ mid: "m_lost", text: "lost one" }))));
  const rejected = {
    receivedMs: 1e12,
    headers: "{}",
    signature: "invalid",
    sizeBytes: body.length,
    status: 401,
  } as const;
  recordNotifications(db, [{ ...rejected, body }]);
  expect(await search("lost")).toMatchObject([{ outcome: "rejected" }]);
});

test("every item of a large batch is found, the first too", async () => {
  const inbox = await inboxUnderTest();
  const items = Array.from({ length: 1_000 }, (_, n) =>
    aMessage({ mid: `m_${n}`, text: `item${n} ${"word ".repeat(20)}` }),
  );
  await inbox.receive(notification(...items));
  indexNextNotifications(inbox.db, 10);
  for (const search of ["item0 ", "item500 ", "item999 "]) {
    expect((await listNotifications(inbox.db, { pages: "all", search, limit: 5 })).notifications, search).toHaveLength(
      1,
    );
  }
});
