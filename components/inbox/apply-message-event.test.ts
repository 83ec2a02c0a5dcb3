import { describe, expect, test } from "vitest";
import { applyMessageEvent, clearUnread, type ThreadData, upsertMessage } from "./apply-message-event";
import { aMessage, aReply, aThread } from "./build-test-data";
import { mergeSendAnswer } from "./merge-message";

const all = (thread: ThreadData) => thread.pages.flatMap((page) => page.messages);
const ids = (thread: ThreadData) => all(thread).map(({ id }) => id);

describe("a message event", () => {
  test("puts a new message in front", () => {
    const thread = aThread([[aMessage({ id: "a", sentAt: 1 })]]);
    expect(ids(applyMessageEvent(thread, aMessage({ id: "b", sentAt: 2 })))).toEqual(["b", "a"]);
  });

  test("puts one that comes late where its time says", () => {
    const thread = aThread([
      [aMessage({ id: "d", sentAt: 40 }), aMessage({ id: "c", sentAt: 30 })],
      [aMessage({ id: "a", sentAt: 10 })],
    ]);
    expect(ids(applyMessageEvent(thread, aMessage({ id: "b", sentAt: 20 })))).toEqual(["d", "c", "b", "a"]);
  });

  test("leaves out a message older than everything loaded while older pages are to come", () => {
    const thread = aThread([[aMessage({ id: "b", sentAt: 20 })]], { isComplete: false });
    expect(applyMessageEvent(thread, aMessage({ id: "a", sentAt: 10 }))).toBe(thread);
    expect(ids(applyMessageEvent(aThread([[aMessage({ id: "b", sentAt: 20 })]]), aMessage({ id: "a" })))).toContain(
      "a",
    );
  });

  test("is the first message of an empty thread", () => {
    expect(ids(applyMessageEvent(aThread([[]]), aMessage({ id: "a" })))).toEqual(["a"]);
  });

  test("changes nothing when it is heard twice", () => {
    const once = applyMessageEvent(aThread([[]]), aMessage({ id: "a" }));
    expect(applyMessageEvent(once, aMessage({ id: "a" }))).toEqual(once);
  });

  test("keeps what an echo does not know", () => {
    const thread = aThread([[aReply({ id: "a", clientId: "client-1", authorName: "Mia", status: "sending" })]]);
    const [message] = all(applyMessageEvent(thread, aReply({ id: "a", mid: "m_1", status: "sent" })));
    expect(message).toMatchObject({ clientId: "client-1", authorName: "Mia", mid: "m_1", status: "sent" });
  });

  test("never takes a receipt back", () => {
    const thread = aThread([[aReply({ id: "a", status: "read" })]]);
    expect(all(applyMessageEvent(thread, aReply({ id: "a", status: "delivered" })))[0]?.status).toBe("read");
  });

  test("lets a failed message be queued again", () => {
    const thread = aThread([[aReply({ id: "a", status: "failed" })]]);
    expect(all(applyMessageEvent(thread, aReply({ id: "a", status: "queued" })))[0]?.status).toBe("queued");
  });

  test("moves a message whose time was corrected", () => {
    const thread = aThread([[aReply({ id: "b", sentAt: 20 }), aMessage({ id: "a", sentAt: 10 })]]);
    expect(ids(applyMessageEvent(thread, aReply({ id: "b", sentAt: 5 })))).toEqual(["a", "b"]);
  });

  test("makes one of two records that turn out to be the same message", () => {
    const thread = aThread([[aReply({ id: "b", mid: "m_1", sentAt: 20 }), aReply({ id: "a", clientId: "client-1" })]]);
    const merged = applyMessageEvent(thread, aReply({ id: "a", mid: "m_1", sentAt: 20, status: "sent" }));
    expect(all(merged)).toMatchObject([{ id: "a", mid: "m_1", clientId: "client-1", status: "sent" }]);
  });
});

describe("what happens to a message that is there", () => {
  const thread = aThread([[aMessage({ id: "b", sentAt: 2 }), aMessage({ id: "a", sentAt: 1 })]]);

  test("changes it in its place: a reaction, an edit, an unsend", () => {
    const reaction = { emoji: "❤", name: "love", at: 5 };
    const earlierTexts = [{ text: "Hi", until: 6 }];
    let changed = applyMessageEvent(thread, aMessage({ id: "a", sentAt: 1, reaction }));
    expect(all(changed)[1]?.reaction).toEqual(reaction);
    changed = applyMessageEvent(changed, aMessage({ id: "a", sentAt: 1, text: "Hello", earlierTexts }));
    expect(all(changed)[1]).toMatchObject({ text: "Hello", earlierTexts, reaction: null });
    changed = applyMessageEvent(changed, aMessage({ id: "a", sentAt: 1, text: null, unsentAt: 7 }));
    expect(all(changed)[1]).toMatchObject({ text: null, unsentAt: 7, earlierTexts: [] });
    expect(ids(changed)).toEqual(["b", "a"]);
    expect(all(changed)[0]).toBe(all(thread)[0]);
  });

  test("changes what others quote of it", () => {
    const quoted = { id: "a", direction: "in", authorName: null, text: "Hi", isUnsent: false } as const;
    const quoting = aThread([[aReply({ id: "b", sentAt: 2, quoted }), aMessage({ id: "a", sentAt: 1 })]]);
    const edited = applyMessageEvent(quoting, aMessage({ id: "a", sentAt: 1, text: "Hello" }));
    expect(all(edited)[0]?.quoted).toEqual({ ...quoted, text: "Hello" });
    const unsent = applyMessageEvent(edited, aMessage({ id: "a", sentAt: 1, text: null, unsentAt: 7 }));
    expect(all(unsent)[0]?.quoted).toEqual({ ...quoted, text: null, isUnsent: true });
  });
});

test("of two messages of one moment the one with the greater tie is later, whichever is heard first", () => {
  const one = aMessage({ id: "a", sentAt: 1, tie: 9 });
  const other = aMessage({ id: "b", sentAt: 1, tie: 3 });
  expect(ids(applyMessageEvent(aThread([[one]]), other))).toEqual(["a", "b"]);
  expect(ids(applyMessageEvent(aThread([[other]]), one))).toEqual(["a", "b"]);
});

describe("the unread mark", () => {
  test("is set by the first message that comes in after reading", () => {
    const read = aThread([[aMessage({ id: "a", sentAt: 1 })]]);
    const one = applyMessageEvent(read, aMessage({ id: "b", sentAt: 2 }));
    const two = applyMessageEvent(one, aMessage({ id: "c", sentAt: 3 }));
    expect(two.pages[0]?.firstUnreadMessageId).toBe("b");
  });

  test("is not set by our own replies", () => {
    const thread = applyMessageEvent(aThread([[aMessage({ id: "a" })]]), aReply({ id: "b", sentAt: 2_000 }));
    expect(thread.pages[0]?.firstUnreadMessageId).toBeNull();
  });

  test("is not set by what nobody has to read", () => {
    const thread = aThread([[aMessage({ id: "a", sentAt: 1 })]]);
    const linked = aMessage({ id: "b", sentAt: 2, kind: "system", note: { kind: "account_linking", isLinked: true } });
    const form = aMessage({ id: "c", sentAt: 3, kind: "system", note: { kind: "lead_form", formId: "1" } });
    const then = applyMessageEvent(thread, linked);
    expect(then.pages[0]?.firstUnreadMessageId).toBeNull();
    expect(applyMessageEvent(then, form).pages[0]?.firstUnreadMessageId).toBe("c");
  });

  test("goes when the thread has been read", () => {
    const thread = aThread([[aMessage({ id: "a" })]], { firstUnreadMessageId: "a" });
    expect(clearUnread(thread).pages[0]?.firstUnreadMessageId).toBeNull();
    expect(clearUnread(clearUnread(thread))).toEqual(clearUnread(thread));
  });
});

describe("the answer to a send", () => {
  test("does not undo what events have said since", () => {
    const thread = aThread([[aReply({ id: "a", mid: "m_1", status: "delivered" })]]);
    const [message] = all(upsertMessage(thread, aReply({ id: "a", clientId: "client-1" }), mergeSendAnswer));
    expect(message).toMatchObject({ status: "delivered", mid: "m_1", clientId: "client-1" });
  });

  test("keeps a failure that was heard first", () => {
    const thread = aThread([[aReply({ id: "a", status: "failed" })]]);
    const [message] = all(upsertMessage(thread, aReply({ id: "a", clientId: "client-1" }), mergeSendAnswer));
    expect(message?.status).toBe("failed");
  });
});
