import { describe, expect, test } from "vitest";
import { findNotification, listNotifications } from "@/lib/notifications/notification-list-queries";
import { getPage } from "@/lib/pages/get-pages";
import {
  ANA,
  APP,
  aDelivery,
  aMessage,
  anEcho,
  aPostback,
  aReaction,
  NOON,
  notification,
  PAGE,
} from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { indexNextMessages } from "./search-index-queries";

const from = { sender: { id: ANA }, recipient: { id: PAGE } };
const at = (atMs: number, more: Record<string, unknown>) => ({ ...from, timestamp: atMs, ...more });
const anEdit = (number: number, text: string, atMs = NOON + number) =>
  at(atMs, { message_edit: { mid: "m_1", text, num_edit: String(number) } });
const anUnsend = (atMs = NOON + 9) => at(atMs, { message: { mid: "m_1", is_deleted: true } });
const standby = (...items: unknown[]) => ({ object: "page", entry: [{ id: PAGE, time: NOON, standby: items }] });

/** Both orders of arrival. */
const orders = [
  ["before its message", (a: unknown, b: unknown) => [b, a]],
  ["after its message", (a: unknown, b: unknown) => [a, b]],
] as const;

async function received(...bodies: unknown[]) {
  const inbox = await inboxUnderTest();
  await inbox.receive(...bodies);
  return inbox;
}

describe.each(orders)("what comes %s", (_, inOrder) => {
  test("a reaction shows on it, and opens the window", async () => {
    const reaction = notification(aReaction({ mid: "m_out", atMs: NOON + 5 }));
    const inbox = await received(...inOrder(notification(anEcho()), reaction));
    expect(await inbox.messages()).toMatchObject([{ mid: "m_out", reaction: { emoji: "❤️", name: "love" } }]);
    expect(await inbox.conversations()).toMatchObject([{ window: { isOpen: true, closesAt: NOON + 5 + 86_400_000 } }]);
  });

  test("an edit gives it its text, and keeps the first one", async () => {
    const inbox = await received(
      ...inOrder(notification(aMessage({ text: "Grean" })), notification(anEdit(1, "Green"))),
    );
    expect(await inbox.messages()).toMatchObject([
      { text: "Green", earlierTexts: [{ text: "Grean", until: NOON + 1 }] },
    ]);
    expect(await inbox.conversations()).toMatchObject([{ preview: "Green", unreadCount: 1 }]);
  });

  test("an unsend leaves a tombstone, in its place", async () => {
    const inbox = await received(
      ...inOrder(notification(aMessage({ text: "secret words" })), notification(anUnsend())),
    );
    expect(await inbox.messages()).toMatchObject([
      { mid: "m_1", text: null, attachments: [], unsentAt: NOON + 9, sentAt: NOON, field: "messages" },
    ]);
    expect(await inbox.conversations()).toMatchObject([{ preview: "", previewKind: "unsent", unreadCount: 1 }]);
  });

  test("a delivery receipt that names it counts, whatever its watermark", async () => {
    const receipt = aDelivery({ mids: ["m_out"], watermark: NOON - 1000 });
    const inbox = await received(...inOrder(notification(anEcho()), notification(receipt)));
    expect(await inbox.messages()).toMatchObject([{ status: "delivered" }]);
  });

  test("Instagram's read names a message: it and all before it are read", async () => {
    const account = "17841490000000001";
    const ofAccount = (item: object) => ({
      object: "instagram",
      entry: [{ id: account, time: NOON, messaging: [item] }],
    });
    const echo = (mid: string, atMs: number) =>
      ofAccount({
        sender: { id: account },
        recipient: { id: "91" },
        timestamp: atMs,
        message: { mid, is_echo: true, text: mid },
      });
    const read = ofAccount({
      sender: { id: "91" },
      recipient: { id: account },
      timestamp: NOON + 9,
      read: { mid: "b" },
    });
    const inbox = await received(echo("a", NOON), ...inOrder(echo("b", NOON + 1), read), echo("c", NOON + 2));
    expect((await inbox.messages()).map(({ status }) => status)).toEqual(["read", "read", "sent"]);
  });

  test("the copy of it in standby is shown once, and the fuller one counts", async () => {
    const item = aPostback();
    const stripped = { ...item, postback: { mid: "m_pb", title: "Talk to us" } };
    const inbox = await received(...inOrder(notification(item), standby(stripped)));
    expect(await inbox.messages()).toMatchObject([{ payload: "HELP", isStandby: false, field: "messaging_postbacks" }]);
    expect(await inbox.conversations()).toMatchObject([{ unreadCount: 1 }]);
  });
});

describe("reactions", () => {
  test("the newest counts, and can be taken back without an emoji", async () => {
    const taken = at(NOON + 8, { reaction: { mid: "m_out", action: "unreact" } });
    const inbox = await received(
      notification(anEcho()),
      notification(taken),
      notification(aReaction({ atMs: NOON + 7 })),
    );
    expect(await inbox.messages()).toMatchObject([{ reaction: null }]);
  });
});

describe("edits", () => {
  test("count by their number, whatever order they come in", async () => {
    const inbox = await received(
      notification(anEdit(2, "two")),
      notification(aMessage({ text: "zero" })),
      notification(anEdit(1, "one")),
    );
    expect(await inbox.messages()).toMatchObject([
      {
        text: "two",
        earlierTexts: [
          { text: "zero", until: NOON + 1 },
          { text: "one", until: NOON + 2 },
        ],
      },
    ]);
  });

  test("are found by their new text, and no longer by the old one", async () => {
    const inbox = await received(notification(aMessage({ text: "a grean bike" })));
    indexNextMessages(inbox.db, 100);
    await inbox.receive(notification(anEdit(1, "a green bike")));
    expect(await inbox.search("grean")).toEqual([]);
    expect(await inbox.search("green")).toHaveLength(1);
  });
});

describe("an unsent message", () => {
  const told = [notification(aMessage({ text: "zanzibar one" })), notification(anEdit(1, "zanzibar two"))];
  const everything = [...told, ...told, notification(anUnsend()), ...told];

  test.each([
    ["in order", everything],
    ["backwards", [...everything].reverse()],
  ])("is gone from thread, search and inspector: %s", async (_, bodies) => {
    const inbox = await inboxUnderTest();
    for (const body of bodies) {
      await inbox.receive(body);
      indexNextMessages(inbox.db, 100);
      await listNotifications(inbox.db, { limit: 10, search: "zanzibar" });
    }
    expect(await inbox.messages()).toMatchObject([{ text: null, earlierTexts: [], unsentAt: NOON + 9 }]);
    expect(await inbox.search("zanzibar")).toEqual([]);
    expect((await listNotifications(inbox.db, { limit: 10, search: "zanzibar" })).notifications).toEqual([]);
    expect(JSON.stringify(inbox.dump())).not.toContain("zanzibar");
    const details = await Promise.all([1, 2].map((id) => findNotification(inbox.db, id, { secretCount: 1 })));
    expect(details.filter((detail) => detail?.redactedAt !== null)).not.toEqual([]);
  });

  test("stays unsent when its notification is sent through again", async () => {
    const inbox = await received(...everything);
    for (let id = 1; id <= everything.length; id += 1) inbox.interpreter.replay(id, { isDryRun: false });
    expect(await inbox.messages()).toMatchObject([{ text: null, unsentAt: NOON + 9 }]);
  });

  test("of the account's own is a tombstone at the right", async () => {
    const unsend = { ...anUnsend(), message: { mid: "m_out", is_echo: true, is_deleted: true } };
    const inbox = await received(notification(anEcho()), notification(unsend));
    expect(await inbox.messages()).toMatchObject([{ direction: "out", text: null, unsentAt: NOON + 9 }]);
  });
});

describe("what is done rather than said", () => {
  test("is a line of its own; what holds something to read is unread", async () => {
    const inbox = await received(
      notification(
        at(NOON, { optin: { ref: "newsletter" } }),
        at(NOON + 1, {
          order: { products: [{ name: "Bell", quantity: 2, unit_price: 11, currency: "EUR" }], note: "wrap" },
        }),
        at(NOON + 2, { response_feedback: { feedback: "Good response", mid: "m_out" } }),
      ),
    );
    expect(await inbox.messages()).toMatchObject([
      { kind: "system", note: { kind: "optin", type: "plugin", status: "granted", topic: "newsletter" } },
      {
        kind: "system",
        note: { kind: "order", note: "wrap", products: [{ name: "Bell", quantity: 2, unitPrice: 11 }] },
      },
      { kind: "system", note: { kind: "response_feedback", feedback: "Good response" } },
    ]);
    expect(await inbox.conversations()).toMatchObject([{ previewKind: "order", unreadCount: 1 }]);
  });

  test("a token of an opt-in is never part of the line", async () => {
    const optin = { type: "one_time_notif_req", payload: "RESTOCK", one_time_notif_token: "7712345" };
    const inbox = await received(notification(at(NOON, { optin })));
    expect(JSON.stringify(await inbox.messages())).not.toContain("7712345");
  });

  test("an m.me link opens the window, an ad alone does not", async () => {
    const referral = (source: string) =>
      notification(at(NOON, { referral: { ref: "poster-7", source, type: "OPEN_THREAD" } }));
    const byLink = await received(referral("SHORTLINK"));
    expect(await byLink.conversations()).toMatchObject([{ window: { isOpen: true } }]);
    const byAd = await received(referral("ADS"));
    expect(await byAd.conversations()).toMatchObject([{ window: { isOpen: false } }]);
  });

  test("a guest of a plug-in has no thread yet: recorded", async () => {
    const optin = { recipient: { id: PAGE }, timestamp: NOON, optin: { ref: "cart-12", user_ref: "u-5e1f" } };
    const inbox = await received(notification(optin));
    expect(inbox.events()).toMatchObject([{ outcome: "recorded", kind: "optin" }]);
    expect(await inbox.conversations()).toEqual([]);
  });
});

describe("who answers", () => {
  const pass = (newOwner: string | null, atMs: number) =>
    notification(at(atMs, { pass_thread_control: { previous_owner_app_id: null, new_owner_app_id: newOwner } }));

  test("is what the last handover said, by platform time", async () => {
    const inbox = await received(
      notification(aMessage()),
      pass("263902037430900", NOON + 20),
      pass(APP, NOON + 10),
      standby(aMessage({ mid: "m_2", atMs: NOON + 30 })),
    );
    expect(await inbox.conversations()).toMatchObject([
      { isStandby: true, owner: { appId: "263902037430900", kind: "page_inbox" } },
    ]);
    expect((await inbox.messages()).at(-1)).toMatchObject({ mid: "m_2", isStandby: true, kind: "message" });
    await inbox.receive(pass(APP, NOON + 40));
    expect(await inbox.conversations()).toMatchObject([{ isStandby: false, owner: { kind: "desk" } }]);
  });
});

describe("what concerns the Page", () => {
  test("a block by the policy team is a problem of the Page until it is lifted", async () => {
    const policy = (action: string, atMs: number) =>
      notification({ recipient: { id: PAGE }, timestamp: atMs, policy_enforcement: { action, reason: "Spam." } });
    const inbox = await received(policy("block", NOON));
    const page = () => getPage(inbox.db, PAGE, NOON);
    expect(await page()).toMatchObject({ status: "broken", problems: [{ code: "policy_block" }] });
    await inbox.receive(policy("unblock", NOON + 5), policy("warning", NOON + 1));
    expect(await page()).toMatchObject({ status: "healthy", problems: [] });
  });
});

describe("what is recognised only later", () => {
  test("takes the place of its placeholder when it is sent through again", async () => {
    const inbox = await received(notification(aMessage()));
    // As an older version of this desk has left it.
    inbox.pretendNotRecognised(1);
    expect(await inbox.messages()).toMatchObject([{ kind: "placeholder" }]);
    inbox.interpreter.replay(1, { isDryRun: false });
    expect(await inbox.messages()).toMatchObject([{ kind: "message", text: "Hi" }]);
    expect(inbox.events()).toMatchObject([{ outcome: "applied" }]);
  });
});
