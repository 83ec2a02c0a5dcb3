import { describe, expect, test } from "vitest";
import { aConversation } from "./build-test-data";
import { holdOrder } from "./hold-order";

const rows = (...ids: string[]) => ids.map((id) => aConversation({ id, unreadCount: 1 }));
const shown = (heldIds: string[] | null, ...fresh: string[]) => {
  const { rows: visible, waiting } = holdOrder(heldIds, rows(...fresh));
  return { ids: visible.map(({ id }) => id).join(""), waiting };
};

describe("a list someone points at", () => {
  test("lets everything move when nobody does", () => {
    expect(shown(null, "b", "a")).toEqual({ ids: "ba", waiting: 0 });
  });
  test("keeps a row in its place when it would move up, and counts it", () => {
    expect(shown(["a", "b", "c"], "c", "a", "b")).toEqual({ ids: "abc", waiting: 1 });
    expect(shown(["a", "b", "c"], "c", "b", "a")).toEqual({ ids: "abc", waiting: 2 });
  });
  test("keeps a new conversation waiting, and counts it", () => {
    expect(shown(["a", "b"], "n", "a", "b")).toEqual({ ids: "ab", waiting: 1 });
  });
  test("still adds older ones below", () => {
    expect(shown(["a", "b"], "a", "b", "c", "d")).toEqual({ ids: "abcd", waiting: 0 });
  });
  test("drops a row that is gone", () => {
    expect(shown(["a", "b"], "b")).toEqual({ ids: "b", waiting: 0 });
  });
  test("does not count a row that moves up with nothing to read, such as our own reply", () => {
    const fresh = [aConversation({ id: "b", unreadCount: 0 }), ...rows("a")];
    expect(holdOrder(["a", "b"], fresh)).toMatchObject({ rows: [{ id: "a" }, { id: "b" }], waiting: 0 });
  });
  test("starts afresh when nothing of it is left", () => {
    expect(shown(["a"], "x", "y")).toEqual({ ids: "xy", waiting: 0 });
  });
  test("does not hold an empty list", () => {
    expect(shown([], "n")).toEqual({ ids: "n", waiting: 0 });
  });
});
