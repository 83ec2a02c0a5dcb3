import { describe, expect, test } from "vitest";
import type { Message } from "@/lib/api/schemas/inbox";
import { applyMessageEvent, type ThreadData, upsertMessage } from "./apply-message-event";
import { aMessage, anOutgoing, aReply, aThread } from "./build-test-data";
import { mergeSendAnswer } from "./merge-message";
import { mergeOptimistic } from "./merge-optimistic";

const oldestFirst = (thread: ThreadData) => thread.pages.flatMap((page) => page.messages).toReversed();

function permutations<Item>(items: Item[]): Item[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

const customerSaid = aMessage({ id: "before", sentAt: 1_000 });
const replyAs = (overrides: Partial<Message>) => aReply({ id: "reply", sentAt: 5_000, ...overrides });

const news = {
  answer: replyAs({ clientId: "client-1", status: "queued" }),
  created: replyAs({ clientId: "client-1", status: "queued" }),
  sending: replyAs({ clientId: "client-1", status: "sending" }),
  echo: replyAs({ mid: "m_1", status: "sent" }),
  sent: replyAs({ clientId: "client-1", mid: "m_1", status: "sent" }),
  delivered: replyAs({ clientId: "client-1", mid: "m_1", status: "delivered" }),
};
type News = keyof typeof news;

function hear(thread: ThreadData, name: News) {
  return name === "answer"
    ? upsertMessage(thread, news.answer, mergeSendAnswer)
    : applyMessageEvent(thread, news[name]);
}

describe("a reply under way", () => {
  test("is one bubble with one key whatever comes in which order, twice or not at all", () => {
    for (const order of permutations<News>(["answer", "created", "sending", "echo", "sent", "delivered"])) {
      let thread: ThreadData = aThread([[customerSaid]]);
      let outgoing = [anOutgoing()];
      for (const name of order.flatMap((each) => [each, each])) {
        thread = hear(thread, name);
        if (name === "answer") outgoing = [];
        const items = mergeOptimistic(oldestFirst(thread), outgoing);
        expect(items.map(({ key }) => key)).toEqual(["before", "client-1"]);
      }
      expect(oldestFirst(thread).at(-1)).toMatchObject({ status: "delivered", mid: "m_1", clientId: "client-1" });
    }
  });

  test("stands at the end while the server does not know it", () => {
    const items = mergeOptimistic([customerSaid], [anOutgoing()]);
    expect(items.map(({ message }) => [message.id, message.status])).toEqual([
      ["before", "received"],
      ["client-1", "sending"],
    ]);
  });

  test("stays as a failed bubble when it did not reach the server", () => {
    const [, mine] = mergeOptimistic([customerSaid], [anOutgoing({ state: "failed" })]);
    expect(mine).toMatchObject({ key: "client-1", message: { status: "failed", text: "Hello" } });
  });

  test("gives way to the server's record even when its own answer was lost", () => {
    const items = mergeOptimistic([customerSaid, news.sent], [anOutgoing({ state: "failed" })]);
    expect(items).toMatchObject([{ key: "before" }, { key: "client-1", outgoing: null, message: { status: "sent" } }]);
  });

  test("is not taken for an older reply with the same words", () => {
    const older = aReply({ id: "older", mid: "m_0", sentAt: 900, status: "sent" });
    expect(mergeOptimistic([older, customerSaid], [anOutgoing()])).toHaveLength(3);
  });

  test("is not taken for the same words written in Meta's own inbox", () => {
    const elsewhere = replyAs({ author: "page_inbox", mid: "m_9", status: "sent" });
    expect(mergeOptimistic([customerSaid, elsewhere], [anOutgoing()])).toHaveLength(3);
  });

  test("two with the same words are two bubbles, and each echo settles one", () => {
    const outgoing = [anOutgoing(), anOutgoing({ clientId: "client-2" })];
    const items = mergeOptimistic([customerSaid, news.echo], outgoing);
    expect(items.map(({ key }) => key)).toEqual(["before", "client-1", "client-2"]);
  });
});
