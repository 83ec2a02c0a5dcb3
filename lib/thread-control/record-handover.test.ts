import { expect, test } from "vitest";
import { Changes } from "@/lib/inbox/changes";
import { getConversation } from "@/lib/inbox/conversation-queries";
import { ANA, APP, aMessage, NOON, notification, PAGE } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { recordHandover } from "./record-handover";

const PAGE_INBOX = "263902037430900";

type Kind = "take_thread_control" | "pass_thread_control";

const told = (kind: Kind, toAppId: string, atMs: number, fromAppId: string | null = null) =>
  notification({
    sender: { id: ANA },
    recipient: { id: PAGE },
    timestamp: atMs,
    [kind]: { previous_owner_app_id: fromAppId, new_owner_app_id: toAppId, metadata: "" },
  });

const inStandby = (mid: string, atMs: number) => ({
  object: "page",
  entry: [{ id: PAGE, time: atMs, standby: [aMessage({ mid, atMs })] }],
});

/** Ana has written; then these came. */
async function aThread(...bodies: unknown[]) {
  const inbox = await inboxUnderTest();
  await inbox.receive(notification(aMessage()), ...bodies);
  const record = (kind: Kind, toAppId: string | null, nowMs: number): Changes =>
    recordHandover(inbox.db, APP, { conversationId: 1, kind, toAppId, userId: "u1", metadata: null }, nowMs);
  const lines = async () => (await inbox.messages()).flatMap(({ note }) => (note === null ? [] : [note]));
  const state = async () => {
    const { isStandby, owner } = await getConversation(inbox.db, 1, NOON);
    return { isStandby, owner: owner?.kind ?? null };
  };
  return { ...inbox, record, lines, state };
}

test("handing a thread to the Page's inbox makes this desk look on, and taking it ends that", async () => {
  const { record, state, lines } = await aThread();
  const { conversations, createdMessages } = record("pass_thread_control", PAGE_INBOX, NOON + 1000);
  expect([conversations.size, createdMessages.size]).toEqual([1, 1]);
  expect(await state()).toEqual({ isStandby: true, owner: "page_inbox" });
  record("take_thread_control", APP, NOON + 2000);
  expect(await state()).toEqual({ isStandby: false, owner: "desk" });
  expect(await lines()).toEqual(
    expect.arrayContaining([
      { kind: "pass_thread_control", fromAppId: null, toAppId: PAGE_INBOX, metadata: null },
      { kind: "take_thread_control", fromAppId: PAGE_INBOX, toAppId: APP, metadata: null },
    ]),
  );
});

test("the webhook that tells of it afterwards adds no second line and changes nothing", async () => {
  const { record, receive, state, lines } = await aThread(told("take_thread_control", PAGE_INBOX, NOON + 10));
  record("take_thread_control", APP, NOON + 2000);
  await receive(told("take_thread_control", APP, NOON + 1500, PAGE_INBOX));
  expect(await lines()).toHaveLength(2);
  expect(await state()).toEqual({ isStandby: false, owner: "desk" });
});

test("a line stands for one handover: the same one later is another", async () => {
  const { record, receive, lines } = await aThread();
  record("take_thread_control", APP, NOON + 2000);
  await receive(told("take_thread_control", APP, NOON + 2100), told("take_thread_control", APP, NOON + 2200));
  expect(await lines()).toHaveLength(2);
});

test("a webhook that was faster than the answer has written the line already", async () => {
  const { record, lines, state } = await aThread(
    inStandby("m_2", NOON + 10),
    told("take_thread_control", APP, NOON + 1500, PAGE_INBOX),
  );
  expect(record("take_thread_control", APP, NOON + 2000).createdMessages.size).toBe(0);
  expect(await lines()).toHaveLength(1);
  expect(await state()).toEqual({ isStandby: false, owner: "desk" });
});

test("an earlier handover that comes late does not give the thread back", async () => {
  const { record, receive, state } = await aThread();
  record("take_thread_control", APP, NOON + 2000);
  await receive(told("take_thread_control", PAGE_INBOX, NOON + 500));
  expect(await state()).toEqual({ isStandby: false, owner: "desk" });
});

test("taking counts even when Meta's clock is ahead of ours", async () => {
  const { record, state } = await aThread(inStandby("m_2", NOON + 60_000));
  record("take_thread_control", APP, NOON);
  expect(await state()).toEqual({ isStandby: false, owner: "desk" });
  record("pass_thread_control", PAGE_INBOX, NOON);
  expect((await state()).isStandby).toBe(true);
});

test("a thread that is let go belongs to nobody and can be answered", async () => {
  const { record, state } = await aThread(told("take_thread_control", APP, NOON + 10));
  record("pass_thread_control", null, NOON + 1000);
  expect(await state()).toEqual({ isStandby: false, owner: null });
});

test("nothing is written about a conversation that is gone", async () => {
  const { db } = await inboxUnderTest();
  const handover = {
    conversationId: 7,
    kind: "take_thread_control",
    toAppId: APP,
    userId: "u1",
    metadata: null,
  } as const;
  expect(recordHandover(db, APP, handover, NOON)).toEqual(new Changes());
});
