import { beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/transaction";
import { A_KEY, aMessage, NOON, notification, PAGE } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { listOneTimeOfConversation, listOneTimeOfTopic, listOneTimeTopics } from "./one-time-list-queries";
import {
  eraseOneTime,
  expireOneTime,
  forgetSpentToken,
  grantOneTime,
  markAsked,
  ONE_TIME_LIFE_MS,
  releaseOneTime,
  reserveOneTime,
} from "./one-time-queries";
import { decryptOneTimeToken } from "./one-time-token";

const TOKEN = "7712345001";
let inbox: Awaited<ReturnType<typeof inboxUnderTest>>;
beforeEach(async () => {
  inbox = await inboxUnderTest();
  await inbox.receive(notification(aMessage()));
});

const anOptin = (token = TOKEN, payload = "RESTOCK") => ({
  ...aMessage(),
  message: undefined,
  optin: { type: "one_time_notif_req", payload, one_time_notif_token: token },
});
const ask = (messageId = 40) =>
  markAsked(
    inbox.db,
    { pageId: PAGE, conversationId: 1, messageId, topic: "RESTOCK", title: "The blue bike" },
    NOON - 5,
  );
const all = () => listOneTimeOfConversation(inbox.db, 1, { limit: 50 }).notifications;
const tokens = async () => (await inbox.conversations())[0]?.oneTimeTokens;
const reserve = (messageId: number, nowMs = NOON) =>
  inTransaction(inbox.db, () => reserveOneTime(inbox.db, { id: 1, conversationId: 1, messageId }, nowMs));

describe("a one-time notification", () => {
  test("is asked, granted by the opt-in, spent once, and its token forgotten when the message went out", async () => {
    ask();
    expect(all()).toMatchObject([{ state: "asked", title: "The blue bike", messageId: "40" }]);
    await inbox.receive(notification(anOptin()));
    expect(all()).toMatchObject([
      {
        id: "1",
        state: "granted",
        askedAt: NOON - 5,
        grantedAt: NOON,
        expiresAt: NOON + ONE_TIME_LIFE_MS,
        messageId: null,
      },
    ]);
    expect(await tokens()).toBe(1);
    expect([reserve(41), reserve(42)]).toEqual([true, false]);
    expect(all()).toMatchObject([{ state: "spent", spentAt: NOON, messageId: "41" }]);
    expect(await tokens()).toBe(0);
    forgetSpentToken(inbox.db, 41);
    expect(stored()).toMatchObject([{ token_encrypted: null }]);
  });

  test("is stored encrypted, and tied to its row", async () => {
    await inbox.receive(notification(anOptin()));
    const [{ token_encrypted: value }] = stored() as [{ token_encrypted: string }];
    expect(value).not.toContain(TOKEN);
    expect(decryptOneTimeToken(1, value, [A_KEY])).toBe(TOKEN);
    expect(() => decryptOneTimeToken(2, value, [A_KEY])).toThrow();
    expect(JSON.stringify([all(), await inbox.messages()])).not.toContain(TOKEN);
  });

  test("nobody asked for from here gets a row of its own; another topic does not answer what was asked", async () => {
    ask();
    await inbox.receive(notification(anOptin(TOKEN, "CONCERT")));
    expect(all()).toMatchObject([
      { topic: "CONCERT", title: null, state: "granted" },
      { topic: "RESTOCK", state: "asked" },
    ]);
  });

  test("is not granted again by a redelivery, nor after it was spent", async () => {
    await inbox.receive(notification(anOptin()), notification(anOptin()));
    reserve(41);
    forgetSpentToken(inbox.db, 41);
    const again = { pageId: PAGE, conversationId: 1, topic: "RESTOCK", token: TOKEN, grantedMs: NOON };
    expect(grantOneTime(inbox.db, again, [A_KEY], NOON)).toBe(false);
    expect(all()).toMatchObject([{ state: "spent" }]);
  });

  test("can be used again when its message did not go out; what was not asked is taken back", async () => {
    await inbox.receive(notification(anOptin()));
    reserve(41);
    releaseOneTime(inbox.db, 41);
    expect(await tokens()).toBe(1);
    expect(reserve(42)).toBe(true);
    ask(50);
    ask(50);
    expect(all()).toHaveLength(2);
    releaseOneTime(inbox.db, 50);
    expect(all()).toMatchObject([{ state: "spent", messageId: "42" }]);
  });

  test("ends after a year, to the millisecond", async () => {
    await inbox.receive(notification(anOptin()));
    const endMs = NOON + ONE_TIME_LIFE_MS;
    expect(reserve(41, endMs)).toBe(false);
    expect(expireOneTime(inbox.db, { nowMs: endMs - 1, limit: 10 })).toEqual([]);
    expect(expireOneTime(inbox.db, { nowMs: endMs, limit: 10 })).toEqual([1]);
    expect(all()).toMatchObject([{ state: "expired" }]);
    expect(await tokens()).toBe(0);
    expect(stored()).toMatchObject([{ token_encrypted: null }]);
  });

  test("belongs to one conversation, and goes with it", async () => {
    await inbox.receive(notification(anOptin()));
    expect(reserveOneTime(inbox.db, { id: 1, conversationId: 2, messageId: 41 }, NOON)).toBe(false);
    eraseOneTime(inbox.db, 1);
    expect(stored()).toEqual([]);
  });

  test("is learnt from: the Page may use them", async () => {
    const capability = () => inbox.db.$client.prepare("SELECT one_time FROM pages").pluck().get();
    expect(capability()).toBe("unknown");
    await inbox.receive(notification(anOptin()));
    expect(capability()).toBe("yes");
  });
});

test("topics of a Page are counted by who can be told now, and their people listed", async () => {
  ask();
  await inbox.receive(notification(anOptin("1"), anOptin("2", "CONCERT"), anOptin("3", "CONCERT"), anOptin("4", "")));
  expect(listOneTimeTopics(inbox.db, PAGE)).toEqual([
    { topic: "", title: null, granted: 1 },
    { topic: "CONCERT", title: null, granted: 2 },
    { topic: "RESTOCK", title: "The blue bike", granted: 1 },
  ]);
  const of = { pageId: PAGE, topic: "CONCERT", state: "granted" } as const;
  const first = listOneTimeOfTopic(inbox.db, of, { limit: 1 });
  expect(first.notifications).toMatchObject([{ id: "3" }]);
  const rest = listOneTimeOfTopic(inbox.db, of, { limit: 1, cursor: first.nextCursor ?? undefined });
  expect(rest).toMatchObject({ notifications: [{ id: "2" }], nextCursor: null });
});

function stored() {
  return inbox.db.$client.prepare("SELECT * FROM one_time_notifications").all();
}
