import { expect, test } from "vitest";
import { getPage } from "@/lib/pages/get-pages";
import { ANA, aMessage, anEcho, aPostback, NOON, notification, PAGE } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { getThread } from "./get-thread";
import { markRead } from "./mark-read";

const from = { sender: { id: ANA }, recipient: { id: PAGE } };
const says = (mid: string, atMs = NOON) => notification(aMessage({ mid, atMs }));

/** An inbox that received these, what one of its messages is called inside, and the unread counts of Ana and her Page. */
async function received(...bodies: unknown[]) {
  const inbox = await inboxUnderTest();
  await inbox.receive(...bodies);
  const idOf = async (mid: string) => Number((await inbox.messages()).find((message) => message.mid === mid)?.id);
  const counts = async () => [
    (await inbox.conversations())[0]?.unreadCount,
    (await getPage(inbox.db, PAGE, NOON)).unreadConversations,
  ];
  const firstUnread = async () => (await getThread(inbox.db, 1, { limit: 50 })).firstUnreadMessageId;
  const readUpTo = (upToMessageId?: number) =>
    markRead(inbox.db, { conversationId: 1, upToMessageId }, (changes) => void inbox.published.push(changes));
  return { ...inbox, idOf, counts, firstUnread, readUpTo };
}

test("without a message everything there is becomes read", async () => {
  const { counts, readUpTo, firstUnread } = await received(says("m_1"), says("m_2"));
  expect(await counts()).toEqual([2, 1]);
  await readUpTo();
  expect(await counts()).toEqual([0, 0]);
  expect(await firstUnread()).toBeNull();
});

test("what arrived after the message that was seen stays unread, wherever the platform's time puts it", async () => {
  const { counts, readUpTo, idOf, firstUnread, published } = await received(
    says("m_1"),
    says("m_2", NOON + 1),
    says("m_late", NOON - 60_000),
    says("m_3", NOON + 2),
  );
  await readUpTo(await idOf("m_2"));
  expect(await counts()).toEqual([2, 1]);
  expect(await firstUnread()).toBe(String(await idOf("m_late")));
  expect([...(published.at(-1)?.conversations ?? [])]).toEqual([1]);
  await readUpTo(await idOf("m_3"));
  expect(await counts()).toEqual([0, 0]);
});

test("only what somebody has to read is left as unread", async () => {
  const order = { timestamp: NOON + 5, order: { source: "SHOPS", products: [] } };
  const { counts, readUpTo, idOf } = await received(
    says("m_1"),
    notification(anEcho({ atMs: NOON + 1 })),
    notification({ ...from, timestamp: NOON + 2, referral: { source: "SHORTLINK", type: "OPEN_THREAD", ref: "x" } }),
    notification({ ...from, timestamp: NOON + 3, never_heard_of: {} }),
    notification(aPostback({ atMs: NOON + 4 })),
    notification({ ...from, ...order }),
    // Taken back before it came: nobody can read it.
    notification({ ...from, timestamp: NOON + 6, message: { mid: "m_gone", is_deleted: true } }),
  );
  const before = await counts();
  expect(before).toEqual([3, 1]);
  await readUpTo(await idOf("m_1"));
  expect(await counts()).toEqual([2, 1]);
});

test("what was taken back after it came is counted as it was", async () => {
  const { counts, readUpTo, idOf, receive } = await received(says("m_1"), says("m_2", NOON + 1));
  await receive(notification({ ...from, timestamp: NOON + 2, message: { mid: "m_2", is_deleted: true } }));
  expect(await counts()).toEqual([2, 1]);
  await readUpTo(await idOf("m_1"));
  expect(await counts()).toEqual([1, 1]);
});

test("a request that was overtaken makes nothing unread again", async () => {
  const { counts, readUpTo, idOf, receive, firstUnread } = await received(says("m_1"), says("m_2", NOON + 1));
  await readUpTo(await idOf("m_2"));
  await receive(says("m_3", NOON + 2));
  await readUpTo(await idOf("m_1"));
  expect(await counts()).toEqual([1, 1]);
  expect(await firstUnread()).toBe(String(await idOf("m_3")));
});

test("a message that does not exist yet is not read before it comes", async () => {
  const { counts, readUpTo, receive, firstUnread, idOf } = await received(says("m_1"));
  await readUpTo(999_999);
  expect(await counts()).toEqual([0, 0]);
  await receive(says("m_2", NOON + 1));
  expect(await counts()).toEqual([1, 1]);
  expect(await firstUnread()).toBe(String(await idOf("m_2")));
});

test("whoever asks hears how it stands, even when nothing became read", async () => {
  const { readUpTo, idOf, receive, published, counts } = await received(says("m_1"));
  await readUpTo(await idOf("m_1"));
  await receive(says("m_2", NOON + 1));
  published.length = 0;
  await readUpTo(await idOf("m_1"));
  expect(await counts()).toEqual([1, 1]);
  expect([...(published[0]?.conversations ?? [])]).toEqual([1]);
});
