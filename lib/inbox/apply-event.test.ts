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
  aRead,
  NOON,
  notification,
  PAGE,
} from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { Changes } from "./changes";
import {
  findMessageBySendKey,
  insertMessage,
  type MessageState,
  type NewMessage,
  NOTHING_MORE,
} from "./message-queries";
import { indexNextMessages } from "./search-index-queries";
import { settleAsSent } from "./settle-as-sent";

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
    expect(await inbox.conversations()).toMatchObject([{ window: { isOpen: true }, lastInboundAt: NOON + 5 }]);
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
      await listNotifications(inbox.db, { pages: "all", limit: 10, search: "zanzibar" });
    }
    expect(await inbox.messages()).toMatchObject([{ text: null, earlierTexts: [], unsentAt: NOON + 9 }]);
    expect(await inbox.search("zanzibar")).toEqual([]);
    expect((await listNotifications(inbox.db, { pages: "all", limit: 10, search: "zanzibar" })).notifications).toEqual(
      [],
    );
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

  const fromAd = { referral: { ref: "spring", ad_id: "63", source: "ADS", type: "OPEN_THREAD" } };
  const sevenDays = { window: { isOpen: true, closesAt: NOON + 7 * 86_400_000 }, lastAdAt: NOON };

  test("a message that came through an ad keeps the window open for seven days, an action after it no longer", async () => {
    const inbox = await received(notification(aMessage({ more: fromAd })));
    expect(await inbox.conversations()).toMatchObject([sevenDays]);
    await inbox.receive(notification(aMessage({ mid: "m_2", atMs: NOON + 5 })));
    expect(await inbox.conversations()).toMatchObject([{ ...sevenDays, lastInboundAt: NOON + 5 }]);
  });

  test("it does so when it was unsent before it came", async () => {
    const inbox = await received(notification(anUnsend()), notification(aMessage({ more: fromAd })));
    expect(await inbox.conversations()).toMatchObject([sevenDays]);
  });

  test("agreeing to a one-time notification opens no window, nor do receipts or a reaction that is taken back", async () => {
    const optin = { type: "one_time_notif_req", payload: "RESTOCK", one_time_notif_token: "7712345" };
    const taken = { reaction: { mid: "m_out", action: "unreact" } };
    const inbox = await received(
      notification(anEcho()),
      notification(at(NOON, { optin })),
      notification(at(NOON, taken)),
      notification(aDelivery({ mids: ["m_out"] }), aRead()),
    );
    expect(await inbox.conversations()).toMatchObject([{ window: { isOpen: false, closesAt: null } }]);
  });

  test("a cart opens it", async () => {
    const inbox = await received(notification(at(NOON, { order: { products: [] } })));
    expect(await inbox.conversations()).toMatchObject([{ window: { isOpen: true } }]);
  });

  test("a guest of a plug-in has no thread yet: recorded", async () => {
    const optin = { recipient: { id: PAGE }, timestamp: NOON, optin: { ref: "cart-12", user_ref: "u-5e1f" } };
    const inbox = await received(notification(optin));
    expect(inbox.events()).toMatchObject([{ outcome: "recorded", kind: "optin" }]);
    expect(await inbox.conversations()).toEqual([]);
  });
});

describe("what the Page sent", () => {
  test.each([
    ["the Page inbox", 263902037430900, "page_inbox"],
    ["Instagram's inbox", 1217981644879628, "page_inbox"],
    ["Meta's automation", 413038776280800, "bot"],
    ["another app", 990011223344556, "other_app"],
    ["this desk's app", Number(APP), "desk"],
  ])("is said to come from %s", async (_, appId, author) => {
    const inbox = await received(notification(anEcho({ appId })));
    expect(await inbox.messages()).toMatchObject([{ author, appId: String(appId), direction: "out" }]);
  });

  test("without an app was written by a person in the Page inbox", async () => {
    const inbox = await received(notification(anEcho({ appId: null })));
    expect(await inbox.messages()).toMatchObject([{ author: "page_inbox", appId: null }]);
  });
});

describe("the echo of a message of ours", () => {
  const picture = { type: "image", url: null, title: "bike.png" };
  async function written(more: Partial<NewMessage>) {
    const inbox = await received(notification(aMessage()));
    insertMessage(inbox.db, {
      ...NOTHING_MORE,
      conversationId: 1,
      pageId: PAGE,
      mid: null,
      direction: "out",
      author: "desk",
      kind: "message",
      field: null,
      sentMs: NOON + 1,
      tie: 1,
      status: "sending",
      notificationId: null,
      clientId: "c1",
      sendKey: "key-1",
      ...more,
    });
    return inbox;
  }
  const echo = (more: object) => {
    const message = { mid: "m_out", is_echo: true, app_id: Number(APP), metadata: "key-1", ...more };
    return notification({ sender: { id: PAGE }, recipient: { id: ANA }, timestamp: NOON + 2, message });
  };
  const sentPicture = { attachments: [{ type: "image", payload: { url: "https://cdn.example.test/a.png" } }] };

  test("brings where its picture lies, and keeps the file's name", async () => {
    const inbox = await written({ attachments: JSON.stringify([picture]) });
    await inbox.receive(echo(sentPicture));
    expect((await inbox.messages()).at(-1)).toMatchObject({
      clientId: "c1",
      status: "sent",
      appId: APP,
      attachments: [{ ...picture, url: "https://cdn.example.test/a.png" }],
    });
  });

  test("does so when it made a bubble of its own before we knew its mid", async () => {
    const inbox = await written({ attachments: JSON.stringify([picture]) });
    await inbox.receive(echo({ ...sentPicture, metadata: undefined }));
    expect(await inbox.messages()).toHaveLength(3);
    const ours = findMessageBySendKey(inbox.db, "key-1") as MessageState;
    settleAsSent(inbox.db, ours, { mid: "m_out", status: "sent" }, new Changes());
    const messages = await inbox.messages();
    expect(messages).toHaveLength(2);
    expect(messages.find(({ clientId }) => clientId === "c1")).toMatchObject({
      attachments: [{ url: "https://cdn.example.test/a.png", title: "bike.png" }],
    });
  });

  test("says a template's text once, and brings what it holds", async () => {
    const inbox = await written({ text: "What next?" });
    const payload = { template_type: "button", text: "What next?", buttons: [{ type: "postback", title: "Help" }] };
    await inbox.receive(echo({ attachments: [{ type: "template", payload }] }));
    expect((await inbox.messages()).at(-1)).toMatchObject({
      text: "What next?",
      attachments: [{ type: "template", title: null, buttons: ["Help"] }],
    });
  });

  test("gives a filled-in template the text that the person reads, which is found by the search", async () => {
    const inbox = await written({ text: "repair_ready" });
    indexNextMessages(inbox.db, 100);
    await inbox.receive(echo({ text: "Your zanzibar bike is ready." }));
    expect((await inbox.messages()).at(-1)).toMatchObject({ text: "Your zanzibar bike is ready." });
    expect(await inbox.search("zanzibar")).toHaveLength(1);
  });

  test("leaves what it does not carry", async () => {
    const inbox = await written({ text: "Hello", attachments: JSON.stringify([picture]) });
    await inbox.receive(echo({}));
    expect((await inbox.messages()).at(-1)).toMatchObject({ text: "Hello", attachments: [picture] });
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
