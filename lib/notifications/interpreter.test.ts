import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { NotificationDetail } from "@/lib/api/schemas/notifications";
import { listWebhookFailures } from "@/lib/webhook-failures/webhook-failure-queries";
import {
  A_KEY,
  ANA,
  APP,
  aDelivery,
  aMessage,
  anEcho,
  aPostback,
  aRead,
  NOON,
  notification,
  PAGE,
} from "@/tests/support/build-notification";
import { inboxUnderTest, linkPage } from "@/tests/support/inbox-under-test";
import { Interpreter } from "./interpreter";
import { findNotification } from "./notification-list-queries";
import { RetryJob } from "./retry-job";

describe("one message", () => {
  test("becomes a conversation with a preview, an unread count and a window", async () => {
    const inbox = await inboxUnderTest();
    await inbox.receive(notification(aMessage({ text: "Do you open\non Sunday?" })));
    expect(await inbox.conversations()).toMatchObject([
      {
        pageId: PAGE,
        psid: ANA,
        channel: "messenger",
        preview: "Do you open on Sunday?",
        previewKind: "text",
        previewDirection: "in",
        unreadCount: 1,
        lastActivityAt: NOON,
        window: { isOpen: true, closesAt: NOON + 86_400_000 },
      },
    ]);
    expect(await inbox.messages()).toMatchObject([
      { mid: "m_1", direction: "in", author: "customer", status: "received" },
    ]);
  });

  test("that comes three times is one message, and counted as a duplicate", async () => {
    const inbox = await inboxUnderTest();
    const body = notification(aMessage());
    await inbox.receive(body, body, notification(aRead(), aMessage()));
    expect(await inbox.messages()).toHaveLength(1);
    expect(await inbox.conversations()).toMatchObject([{ unreadCount: 1 }]);
    expect((await inbox.notifications()).map(({ outcome }) => outcome)).toEqual(["applied", "duplicate", "applied"]);
  });

  test("that is late takes its place by platform time and leaves the newer preview", async () => {
    const inbox = await inboxUnderTest();
    await inbox.receive(
      notification(aMessage({ mid: "m_2", text: "second", atMs: NOON + 1000 })),
      notification(aMessage({ mid: "m_1", text: "first", atMs: NOON })),
    );
    expect((await inbox.messages()).map(({ text }) => text)).toEqual(["first", "second"]);
    expect(await inbox.conversations()).toMatchObject([{ preview: "second", unreadCount: 2 }]);
  });

  test("behind large ones that are not taken together is still applied without anything more coming", async () => {
    const inbox = await inboxUnderTest();
    const large = [1, 2, 3].map((n) => notification(aMessage({ mid: `m_large_${n}`, text: "long ".repeat(800_000) })));
    await inbox.receive(...large, notification(aMessage({ mid: "m_last", text: "last" })));
    expect((await inbox.messages()).map(({ mid }) => mid)).toContain("m_last");
  });

  test("a postback shows its title, and opens the window", async () => {
    const inbox = await inboxUnderTest();
    await inbox.receive(notification(aPostback({ mid: null })), notification(aPostback({ mid: null })));
    expect(await inbox.messages()).toMatchObject([{ kind: "postback", text: "Talk to us", payload: "HELP" }]);
    expect(await inbox.conversations()).toMatchObject([{ unreadCount: 1, window: { isOpen: true } }]);
  });
});

describe("what the Page sent from elsewhere", () => {
  test.each([
    [263902037430900, "page_inbox"],
    [26390203743090, "page_inbox"],
    [null, "page_inbox"],
    [990000000000001, "other_app"],
    [880011223344556, "desk"],
  ])("app id %s is %s", async (appId, author) => {
    const inbox = await inboxUnderTest();
    await inbox.receive(notification(anEcho({ appId })));
    expect(await inbox.messages()).toMatchObject([{ direction: "out", author, status: "sent" }]);
    expect(await inbox.conversations()).toMatchObject([{ unreadCount: 0, previewDirection: "out" }]);
  });

  test("receipts may come before the message they are about", async () => {
    const inbox = await inboxUnderTest();
    await inbox.receive(notification(aRead({ watermark: NOON })), notification(anEcho({ atMs: NOON })));
    expect(await inbox.messages()).toMatchObject([{ status: "read" }]);
  });

  test("delivered is strictly before the watermark, read at or before it", async () => {
    const inbox = await inboxUnderTest();
    await inbox.receive(notification(anEcho({ atMs: NOON })), notification(aDelivery({ watermark: NOON })));
    expect(await inbox.messages()).toMatchObject([{ status: "sent" }]);
    await inbox.receive(notification(aDelivery({ watermark: NOON + 1 })));
    expect(await inbox.messages()).toMatchObject([{ status: "delivered" }]);
    await inbox.receive(notification(aRead({ watermark: NOON })));
    expect(await inbox.messages()).toMatchObject([{ status: "read" }]);
  });

  test("an older watermark takes nothing back", async () => {
    const inbox = await inboxUnderTest();
    await inbox.receive(notification(anEcho(), aRead({ watermark: NOON + 5 }), aRead({ watermark: NOON - 5 })));
    await inbox.receive(notification(aDelivery({ mids: ["m_out"], watermark: NOON + 1 })));
    expect(await inbox.messages()).toMatchObject([{ status: "read" }]);
  });
});

describe("what is not understood", () => {
  test("keeps its place in the thread and links to its payload", async () => {
    const inbox = await inboxUnderTest();
    const odd = { sender: { id: ANA }, recipient: { id: PAGE }, timestamp: NOON + 1, brand_new: { is: "unknown" } };
    await inbox.receive(notification(aMessage()), notification(odd));
    expect(await inbox.messages()).toMatchObject([
      { kind: "message" },
      { kind: "placeholder", field: "unknown", notificationId: "2" },
    ]);
    expect(await inbox.conversations()).toMatchObject([{ unreadCount: 1, preview: "Hi" }]);
    expect(await findNotification(inbox.db, 2, { secretCount: 1 })).toMatchObject({
      events: [{ outcome: "not_recognised" }],
    });
  });

  test("one odd item never costs the rest of its batch", async () => {
    const inbox = await inboxUnderTest();
    const batch = {
      object: "page",
      entry: [null, 7, { id: PAGE, messaging: [null, "x", { message: 5 }, aMessage()] }],
    };
    await inbox.receive(batch);
    expect(await inbox.messages()).toMatchObject([{ mid: "m_1" }]);
    expect(await inbox.notifications()).toMatchObject([{ outcome: "applied", eventCount: 4 }]);
  });

  test.each([
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00])],
    ["an empty body", Buffer.from("")],
    ["JSON that is no notification", Buffer.from("[1,2]")],
    ["another object", Buffer.from('{"object":"user","entry":[]}')],
  ])("%s is kept and marked unreadable", async (_, bytes) => {
    const inbox = await inboxUnderTest();
    await inbox.receive(bytes);
    expect(await inbox.notifications()).toMatchObject([{ outcome: "unreadable" }]);
    expect((await findNotification(inbox.db, 1, { secretCount: 1 }))?.error).toMatch(/\w/);
  });
});

describe("Pages that are not linked", () => {
  test("have their notifications kept, and applied once they are linked", async () => {
    const inbox = await inboxUnderTest({ isLinked: false });
    await inbox.receive(notification(aMessage()), notification(aMessage({ mid: "m_2" })), notification(aMessage()));
    expect(await inbox.conversations()).toEqual([]);
    expect((await inbox.notifications()).map(({ outcome }) => outcome)).toEqual(["pending", "pending", "duplicate"]);
    await linkPage(inbox.db);
    await inbox.interpreter.applyParked(PAGE);
    await inbox.interpreter.applyParked(PAGE);
    expect(await inbox.conversations()).toMatchObject([{ unreadCount: 2 }]);
    expect((await inbox.notifications())[0]).toMatchObject({ outcome: "applied" });
  });

  test("an Instagram account is known by its Page", async () => {
    const inbox = await inboxUnderTest();
    const account = "17841490000000001";
    const message = {
      sender: { id: "9100" },
      recipient: { id: account },
      timestamp: NOON,
      message: { mid: "ig", text: "hi" },
    };
    await inbox.receive({ object: "instagram", entry: [{ id: account, time: NOON, messaging: [message] }] });
    expect(await inbox.conversations()).toMatchObject([{ pageId: PAGE, channel: "instagram", psid: "9100" }]);
  });
});

describe("running again", () => {
  test("a replay of what was applied changes nothing", async () => {
    const inbox = await inboxUnderTest();
    await inbox.receive(notification(aMessage(), anEcho(), aRead()));
    const before = [await inbox.conversations(), await inbox.messages()];
    expect(inbox.interpreter.replay(1, { isDryRun: false })).toMatchObject({ outcome: "applied" });
    expect([await inbox.conversations(), await inbox.messages()]).toEqual(before);
  });

  test("a dry run tells what a replay would do, and keeps nothing of it", async () => {
    const inbox = await inboxUnderTest({ isLinked: false });
    await inbox.receive(notification(aMessage()));
    await linkPage(inbox.db);
    expect(inbox.interpreter.replay(1, { isDryRun: true })).toMatchObject({
      outcome: "applied",
      events: [{ outcome: "applied" }],
    });
    expect(await inbox.conversations()).toEqual([]);
    expect(await inbox.notifications()).toMatchObject([{ outcome: "pending" }]);
    inbox.interpreter.replay(1, { isDryRun: false });
    expect(await inbox.conversations()).toHaveLength(1);
  });

  test("what was published was committed", async () => {
    const inbox = await inboxUnderTest();
    await inbox.receive(notification(aMessage()));
    const [changes] = inbox.published;
    expect([...(changes?.createdMessages ?? [])]).toEqual([1]);
    expect(changes?.hasNewPeople).toBe(true);
  });
});

describe("what cannot be applied", () => {
  const ATTEMPTS_MS = [1_000, 10_000, 60_000];
  const detail = async (inbox: Awaited<ReturnType<typeof inboxUnderTest>>) =>
    (await findNotification(inbox.db, 1, { secretCount: 1 })) as NotificationDetail;

  /** A fault of ours, as the database sees it: one text cannot be written. */
  async function inboxWithFault() {
    const inbox = await inboxUnderTest();
    inbox.db.$client.exec(`CREATE TRIGGER fault BEFORE INSERT ON messages WHEN NEW.text = 'poison'
      BEGIN SELECT RAISE(ABORT, 'a fault of ours'); END`);
    vi.useFakeTimers({ now: NOON, toFake: ["setTimeout", "clearTimeout", "Date"] });
    onTestFinished(() => {
      inbox.retries.stop();
      vi.useRealTimers();
    });
    await inbox.receive(
      notification(aMessage({ mid: "a" }), aMessage({ mid: "b", text: "poison" }), aMessage({ mid: "c" })),
      notification(aMessage({ mid: "d" })),
    );
    return { ...inbox, mend: () => inbox.db.$client.exec("DROP TRIGGER fault") };
  }

  test("does not delay its neighbours, is tried a few times, and then waits for a person", async () => {
    const inbox = await inboxWithFault();
    expect((await inbox.messages()).map(({ mid }) => mid).sort()).toEqual(["a", "c", "d"]);
    for (const [index, waitMs] of ATTEMPTS_MS.entries()) {
      expect(await detail(inbox)).toMatchObject({
        outcome: "partly_failed",
        attempts: index + 1,
        nextAttemptAt: Date.now() + waitMs,
      });
      await vi.advanceTimersByTimeAsync(waitMs);
    }
    expect(await detail(inbox)).toMatchObject({ outcome: "partly_failed", attempts: 4, nextAttemptAt: null });
    expect((await detail(inbox)).events[1]).toMatchObject({
      outcome: "failed",
      error: expect.stringContaining("a fault of ours"),
    });
    inbox.mend();
    inbox.interpreter.replay(1, { isDryRun: false });
    expect(await detail(inbox)).toMatchObject({ outcome: "applied", attempts: 0 });
    expect(await inbox.messages()).toHaveLength(4);
  });

  test("is applied by itself once the fault is gone, also by the next process", async () => {
    const inbox = await inboxWithFault();
    inbox.retries.stop();
    inbox.mend();
    const next = new RetryJob(
      inbox.db,
      new Interpreter(inbox.db, { appId: APP, encryptionKeys: [A_KEY], publish: () => {} }),
    );
    next.wake();
    await vi.advanceTimersByTimeAsync(1_000);
    next.stop();
    expect(await detail(inbox)).toMatchObject({ outcome: "applied", attempts: 0 });
    expect(await inbox.messages()).toHaveLength(4);
  });

  test("is in the ledger of webhook failures, with the notification to look at", async () => {
    const inbox = await inboxWithFault();
    expect(await listWebhookFailures(inbox.db, { before: null, limit: 5 })).toMatchObject([
      { kind: "not_applied", cause: "partly_failed", count: 1, notificationId: 1 },
    ]);
  });
});
