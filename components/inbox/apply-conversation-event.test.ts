import { describe, expect, test } from "vitest";
import {
  applyConversationEvent,
  type ConversationListData,
  listedConversations,
  matchesFilter,
} from "./apply-conversation-event";
import { aConversation, aList } from "./build-test-data";

const everything = { pageId: null, unread: false };
const ids = (list: ConversationListData) => listedConversations(list).map(({ id }) => id);
const twoPages = (isComplete = true) =>
  aList(
    [
      [aConversation({ id: "d", lastActivityAt: 40 }), aConversation({ id: "c", lastActivityAt: 30 })],
      [aConversation({ id: "b", lastActivityAt: 20 })],
    ],
    { isComplete },
  );

describe("a conversation event", () => {
  test("moves the conversation to its place in time, across pages", () => {
    const list = applyConversationEvent(twoPages(), everything, aConversation({ id: "b", lastActivityAt: 50 }));
    expect(ids(list)).toEqual(["b", "d", "c"]);
  });

  test("changes a row in place when only other things changed", () => {
    const list = applyConversationEvent(
      twoPages(),
      everything,
      aConversation({ id: "c", lastActivityAt: 30, unreadCount: 3 }),
    );
    expect(listedConversations(list)[1]).toMatchObject({ id: "c", unreadCount: 3 });
  });

  test("adds one that is new, and only when it belongs", () => {
    const ana = aConversation({ id: "ana", pageId: "page-2", lastActivityAt: 60, unreadCount: 0 });
    expect(ids(applyConversationEvent(twoPages(), everything, ana))[0]).toBe("ana");
    expect(ids(applyConversationEvent(twoPages(), { pageId: "page-1", unread: false }, ana))).not.toContain("ana");
    expect(ids(applyConversationEvent(twoPages(), { pageId: null, unread: true }, ana))).not.toContain("ana");
  });

  test("keeps a row that no longer belongs, for the screen to decide", () => {
    const read = aConversation({ id: "c", lastActivityAt: 30, unreadCount: 0 });
    expect(ids(applyConversationEvent(twoPages(), { pageId: null, unread: true }, read))).toContain("c");
  });

  test("leaves out what is older than everything loaded while older pages are to come", () => {
    const old = aConversation({ id: "old", lastActivityAt: 1 });
    expect(ids(applyConversationEvent(twoPages(false), everything, old))).toEqual(["d", "c", "b"]);
    expect(ids(applyConversationEvent(twoPages(), everything, old))).toEqual(["d", "c", "b", "old"]);
  });

  test("starts an empty list", () => {
    expect(ids(applyConversationEvent(aList([[]]), everything, aConversation({ id: "a" })))).toEqual(["a"]);
  });

  test("changes nothing when it is heard twice", () => {
    const event = aConversation({ id: "b", lastActivityAt: 50 });
    const once = applyConversationEvent(twoPages(), everything, event);
    expect(applyConversationEvent(once, everything, event)).toEqual(once);
  });
});

test("a row that is in two pages is listed once", () => {
  const list = aList([[aConversation({ id: "a", lastActivityAt: 9 })], [aConversation({ id: "a" })]]);
  expect(listedConversations(list)).toMatchObject([{ id: "a", lastActivityAt: 9 }]);
});

test("a filter asks for a Page, for something unread, or both", () => {
  const unread = aConversation({ unreadCount: 2 });
  expect(matchesFilter(unread, { pageId: "page-1", unread: true })).toBe(true);
  expect(matchesFilter(unread, { pageId: "page-2", unread: true })).toBe(false);
  expect(matchesFilter(aConversation(), { pageId: null, unread: true })).toBe(false);
});
