import { describe, expect, test } from "vitest";
import type { Message } from "@/lib/api/schemas/inbox";
import { aMessage, anOutgoing, aReply } from "./build-test-data";
import { mergeOptimistic } from "./merge-optimistic";
import { toThreadRows } from "./thread-rows";

const MINUTE = 60_000;
const noon = new Date(2026, 10, 20, 12).getTime();
const nextNoon = new Date(2026, 10, 21, 12).getTime();

function shown(messages: Message[], { isComplete = true, firstUnreadId = null as string | null } = {}) {
  return toThreadRows(mergeOptimistic(messages, []), { isComplete, firstUnreadId }).map((row) =>
    row.type === "message"
      ? `${row.isFirstOfGroup ? "[" : ""}${row.item.message.id}${row.isLastOfGroup ? "]" : ""}`
      : row.type,
  );
}

const at = (id: string, sentAt: number, overrides: Partial<Message> = {}) => aMessage({ id, sentAt, ...overrides });

describe("the rows of a thread", () => {
  test("begin each day with a line", () => {
    expect(shown([at("a", noon), at("b", nextNoon)])).toEqual(["start", "day", "[a]", "day", "[b]"]);
  });

  test("keep the topmost day open while older messages may belong to it", () => {
    expect(shown([at("a", noon), at("b", nextNoon)], { isComplete: false })).toEqual(["[a]", "day", "[b]"]);
  });

  test("group one author within five minutes", () => {
    const thread = [at("a", noon), at("b", noon + 5 * MINUTE), at("c", noon + 11 * MINUTE)];
    expect(shown(thread)).toEqual(["start", "day", "[a", "b]", "[c]"]);
  });

  test("part authors, names and things that are not bubbles", () => {
    expect(
      shown([
        at("a", noon),
        aReply({ id: "b", sentAt: noon, authorName: "Mia" }),
        aReply({ id: "c", sentAt: noon, authorName: "Jon" }),
        aReply({ id: "d", sentAt: noon, author: "bot" }),
        at("e", noon),
        at("f", noon, { kind: "postback" }),
        at("g", noon),
      ]).slice(2),
    ).toEqual(["[a]", "[b]", "[c]", "[d]", "[e]", "[f]", "[g]"]);
  });

  test("keep a reply on its way with those before it", () => {
    const items = mergeOptimistic(
      [aReply({ id: "a", sentAt: noon, authorName: "Mia" })],
      [anOutgoing({ createdAt: noon + MINUTE, afterSentAt: noon })],
    );
    const rows = toThreadRows(items, { isComplete: true, firstUnreadId: null });
    expect(rows.at(-1)).toMatchObject({ type: "message", isFirstOfGroup: false, isLastOfGroup: true });
  });

  test("say where the unread ones begin, and part the group there", () => {
    const thread = [at("a", noon), at("b", noon + 1), at("c", noon + 2)];
    expect(shown(thread, { firstUnreadId: "b" })).toEqual(["start", "day", "[a]", "new", "[b", "c]"]);
  });

  test("do not change, once shown, when older messages come before them", () => {
    const older = [at("1", noon), at("2", noon + MINUTE), at("3", noon + 2 * MINUTE)];
    const loaded = [at("4", noon + 3 * MINUTE), at("5", nextNoon)];
    const before = shown(loaded, { isComplete: false });
    const after = shown([...older, ...loaded]);
    // Only the corner of a bubble tells that its group began earlier.
    expect(after.slice(-before.length)).toEqual(["4]", ...before.slice(1)]);
  });

  test("are none for an empty conversation", () => {
    expect(shown([])).toEqual([]);
  });
});
