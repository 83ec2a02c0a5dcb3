import { beforeEach, describe, expect, test } from "vitest";
import { type Pace, SendQueue, type Waiting } from "./send-queue";

const NOW = 1_000;
const FREE: Pace = { waitMs: () => 0 };
let queue: SendQueue;
beforeEach(() => {
  queue = new SendQueue();
});

/** A message of conversation 7 on Page "1", unless said otherwise. */
const waiting = (messageId: number, more: Partial<Waiting> = {}): Waiting => ({
  messageId,
  conversationId: 7,
  pageId: "1",
  isMedia: false,
  notBeforeMs: null,
  ...more,
});
const add = (...messages: Waiting[]) => {
  for (const message of messages) queue.add(message, NOW);
};
const pick = (limit = 100, pace = FREE, nowMs = NOW) => {
  const { picked, waitMs } = queue.pick(limit, pace, nowMs);
  return { ids: picked.map(({ messageId }) => messageId), waitMs };
};
const end = (messageId: number, { conversationId = 7, retryAtMs = null as number | null, nowMs = NOW } = {}) =>
  queue.end({ messageId, conversationId }, nowMs, retryAtMs);

describe("within a conversation", () => {
  test("one goes after the other, in the order they were written, however they came", () => {
    add(waiting(3), waiting(1), waiting(2), waiting(1));
    for (const id of [1, 2, 3]) {
      expect(pick().ids).toEqual([id]);
      expect(pick().ids).toEqual([]);
      end(id);
    }
    expect(pick()).toEqual({ ids: [], waitMs: Number.POSITIVE_INFINITY });
    expect(queue.inFlight).toBe(0);
  });

  test("later ones wait for the one that is tried again, and not a moment longer", () => {
    add(waiting(1), waiting(2));
    pick();
    end(1, { retryAtMs: NOW + 500 });
    expect(pick()).toEqual({ ids: [], waitMs: 500 });
    expect(pick(100, FREE, NOW + 499)).toEqual({ ids: [], waitMs: 1 });
    expect(pick(100, FREE, NOW + 500).ids).toEqual([1]);
    end(1);
    expect(pick().ids).toEqual([2]);
  });

  test("each that is tried again has its own time", () => {
    add(waiting(1, { notBeforeMs: NOW + 500 }), waiting(2, { conversationId: 8, notBeforeMs: NOW + 501 }));
    expect(pick(100, FREE, NOW + 500)).toEqual({ ids: [1], waitMs: 1 });
    expect(pick(100, FREE, NOW + 501).ids).toEqual([2]);
  });

  test("an older one that a person sends again goes before those that wait, not beside the one under way", () => {
    add(waiting(5), waiting(6));
    expect(pick().ids).toEqual([5]);
    add(waiting(2));
    expect(pick().ids).toEqual([]);
    end(5);
    expect(pick().ids).toEqual([2]);
    end(2);
    expect(pick().ids).toEqual([6]);
  });

  test("one that is cancelled is not sent, and blocks nobody; one under way stays so", () => {
    add(waiting(1), waiting(2), waiting(3));
    queue.remove(2, NOW);
    expect(pick().ids).toEqual([1]);
    queue.remove(1, NOW);
    expect([queue.inFlight, pick().ids]).toEqual([1, []]);
    end(1);
    expect(pick().ids).toEqual([3]);
    queue.remove(99, NOW);
  });

  test("cancelled while it waits to be tried again, the next one goes at once", () => {
    add(waiting(1), waiting(2));
    pick();
    end(1, { retryAtMs: NOW + 60_000 });
    queue.remove(1, NOW);
    expect(pick().ids).toEqual([2]);
  });

  test("sent again by a person, one that had to wait goes at once", () => {
    add(waiting(1, { notBeforeMs: NOW + 60_000 }));
    expect(pick()).toEqual({ ids: [], waitMs: 60_000 });
    add(waiting(1));
    expect(pick().ids).toEqual([1]);
  });

  test("one that ended is not ended twice, and one that never began is not ended", () => {
    add(waiting(1), waiting(2));
    end(1);
    expect(pick().ids).toEqual([1]);
    end(1);
    end(1);
    expect(queue.inFlight).toBe(0);
    expect(pick().ids).toEqual([2]);
  });
});

describe("among Pages and conversations", () => {
  const conversations = (pageId: string, from: number, count: number, more: Partial<Waiting> = {}) =>
    Array.from({ length: count }, (_, i) => waiting(from + i, { pageId, conversationId: from + i, ...more }));
  const pageOf = (id: number) => Math.floor(id / 1_000);

  test("Pages take turns, however much one of them has", () => {
    add(...conversations("1", 1_000, 50), ...conversations("2", 2_000, 2), ...conversations("3", 3_000, 1));
    expect(pick(6).ids.map(pageOf)).toEqual([1, 2, 3, 1, 2, 1]);
  });

  test("also when only one may go at a time", () => {
    add(...conversations("1", 1_000, 50), ...conversations("2", 2_000, 2), ...conversations("3", 3_000, 2));
    expect([1, 2, 3, 4, 5, 6].map(() => pageOf(pick(1).ids[0] ?? 0))).toEqual([1, 2, 3, 1, 2, 3]);
  });

  test("conversations of a Page take turns: a long one does not hold up a short one", () => {
    add(waiting(1), waiting(2), waiting(3), waiting(4, { conversationId: 8 }));
    expect(pick().ids).toEqual([1, 4]);
    end(1);
    add(waiting(5, { conversationId: 9 }));
    expect(pick(1).ids).toEqual([2]);
    end(4, { conversationId: 8 });
    expect(pick().ids).toEqual([5]);
  });

  test("a Page that has to wait holds up no other, and says when it may", () => {
    add(...conversations("1", 1_000, 2), ...conversations("2", 2_000, 2));
    const slow: Pace = { waitMs: (pageId) => (pageId === "1" ? 250 : 0) };
    expect(pick(100, slow)).toEqual({ ids: [2_000, 2_001], waitMs: 250 });
  });

  test("the pace is told how many of the Page are under way", () => {
    add(...conversations("1", 1_000, 10), ...conversations("2", 2_000, 1));
    const two: Pace = { waitMs: (_, __, inFlight) => (inFlight < 2 ? 0 : Number.POSITIVE_INFINITY) };
    expect(pick(100, two)).toEqual({ ids: [1_000, 2_000, 1_001], waitMs: Number.POSITIVE_INFINITY });
    end(1_000, { conversationId: 1_000 });
    expect(pick(100, two).ids).toEqual([1_002]);
  });

  test("audio and video, over their limit, hold up no text, nor the other way round", () => {
    add(...conversations("1", 1_000, 2, { isMedia: true }), ...conversations("1", 1_100, 2));
    const only = (kind: boolean): Pace => ({ waitMs: (_, isMedia) => (isMedia === kind ? 0 : 90) });
    expect(pick(100, only(false))).toEqual({ ids: [1_100, 1_101], waitMs: 90 });
    add(...conversations("1", 1_200, 1));
    expect(pick(100, only(true))).toEqual({ ids: [1_000, 1_001], waitMs: 90 });
  });

  test("audio and video take turns with text, where both may go: neither starves", () => {
    add(...conversations("1", 1_000, 10), ...conversations("1", 1_100, 3, { isMedia: true }));
    expect(pick(6).ids).toEqual([1_000, 1_100, 1_001, 1_101, 1_002, 1_102]);
  });

  test("many thousands wait, and all of them go once, in the order of each conversation", () => {
    const all = Array.from({ length: 6_000 }, (_, i) =>
      waiting(i + 1, { conversationId: i % 500, pageId: String((i % 500) % 20), isMedia: i % 7 === 0 }),
    );
    add(...all);
    const gone: Waiting[] = [];
    for (let part = queue.pick(64, FREE, NOW).picked; part.length > 0; part = queue.pick(64, FREE, NOW).picked) {
      for (const message of part) {
        gone.push(message);
        queue.end(message, NOW, message.messageId % 11 === 0 && message.notBeforeMs === null ? NOW : null);
      }
    }
    expect(new Set(gone).size).toBe(6_000);
    expect(gone.length - 6_000, "each that was tried twice").toBe(Math.floor(6_000 / 11));
    for (let conversationId = 0; conversationId < 500; conversationId += 1) {
      const ids = gone.filter((message) => message.conversationId === conversationId).map(({ messageId }) => messageId);
      expect(ids).toEqual(ids.toSorted((one, other) => one - other));
    }
    expect(pick()).toEqual({ ids: [], waitMs: Number.POSITIVE_INFINITY });
  });
});
