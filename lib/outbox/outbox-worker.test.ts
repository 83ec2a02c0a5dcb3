import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Db, openDb } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { createThread } from "@/lib/inbox/thread-queries";
import { encryptPageToken } from "@/lib/pages/page-token";
import { cancelMessage } from "./cancel-message";
import { enqueueMessage } from "./enqueue-message";
import { OutboxWorker } from "./outbox-worker";
import { retryMessage } from "./retry-message";

const KEY = Buffer.alloc(32).toString("base64");
vi.mock("@/lib/env", () => ({ getEnv: () => ({ ENCRYPTION_KEY: [KEY] }) }));

let db: Db;
let worker: OutboxWorker | undefined;
beforeEach(() => {
  db = openDb(":memory:");
});
afterEach(() => {
  worker?.stop();
  worker = undefined;
  db.$client.close();
});

type Body = { message: { text: string; metadata: string } };
/** Graph, as far as sends go: `answer` gets the text and how often it was asked before. */
function start(answer: (text: string, times: number) => Promise<string>) {
  const asked: string[] = [];
  const call = async ({ json, onUsage }: { json: Body; onUsage: (headers: object) => void }) => {
    const { text } = json.message;
    const times = asked.filter((other) => other === text).length;
    asked.push(text);
    try {
      return { message_id: await answer(text, times) };
    } catch (error) {
      if (error instanceof GraphError) onUsage(error.usage);
      throw error;
    }
  };
  worker = new OutboxWorker(db, { call } as unknown as GraphClient, {
    publish: () => undefined,
    checkSoon: () => undefined,
    onUnconfirmed: () => undefined,
    pace: { textPerSecond: 300, mediaPerSecond: 10, retryMs: 4 },
  });
  worker.recover();
  worker.wake();
  return asked;
}

function aConversation(pageId = "1"): number {
  const insert =
    "INSERT OR IGNORE INTO pages (id, name, linked_ms, token_encrypted, token_status, desired_fields, actual_fields, problems) VALUES (?, 'P', 1, ?, 'valid', '[]', '[]', '[]')";
  db.$client.prepare(insert).run(pageId, encryptPageToken(pageId, "token"));
  const { id } = createThread(db, pageId, "messenger", `7${Math.random()}`);
  db.$client.prepare("UPDATE conversations SET last_inbound_ms = ? WHERE id = ?").run(Date.now(), id);
  return id;
}

const say = (conversationId: number, text: string) =>
  enqueueMessage(db, { conversationId, clientId: text, content: { text }, userId: "u" }, Date.now()).messageId;
const statusOf = (id: number) =>
  (db.$client.prepare("SELECT status FROM messages WHERE id = ?").get(id) as { status: string } | undefined)?.status;
const stateOf = (id: number) =>
  (db.$client.prepare("SELECT state FROM outbox WHERE message_id = ?").get(id) as { state: string } | undefined)?.state;
const refusal = (code: number, usage = {}) => new GraphError({ message: "no", code }, { httpStatus: 400, usage });
const transient = () => refusal(2);

test("sends what waits, in order within a conversation, and keeps nothing of it", async () => {
  const conversation = aConversation();
  const ids = ["a", "b", "c"].map((text) => say(conversation, text));
  const asked = start(async (text) => `m_${text}`);
  await vi.waitFor(() => expect(ids.map(statusOf)).toEqual(["sent", "sent", "sent"]));
  expect(asked).toEqual(["a", "b", "c"]);
  expect(ids.map(stateOf)).toEqual([undefined, undefined, undefined]);
});

test("a refusal that passes is tried again, and later messages wait for it", async () => {
  const conversation = aConversation();
  const ids = ["a", "b"].map((text) => say(conversation, text));
  const asked = start(async (text, times) => {
    if (text === "a" && times < 2) throw transient();
    return `m_${text}`;
  });
  await vi.waitFor(() => expect(ids.map(statusOf)).toEqual(["sent", "sent"]));
  expect(asked).toEqual(["a", "a", "a", "b"]);
});

test("after five of them it has failed, keeps its content, and lets later ones go", async () => {
  const conversation = aConversation();
  const ids = ["a", "b"].map((text) => say(conversation, text));
  const asked = start(async (text) => {
    if (text === "a") throw transient();
    return `m_${text}`;
  });
  await vi.waitFor(() => expect(ids.map(statusOf)).toEqual(["failed", "sent"]));
  expect(asked.filter((text) => text === "a")).toHaveLength(5);
  expect(ids.map(stateOf)).toEqual(["failed", undefined]);
});

test("a lost answer is unconfirmed and never sent again, a later message goes", async () => {
  const conversation = aConversation();
  const ids = ["a", "b"].map((text) => say(conversation, text));
  const asked = start(async (text) => {
    if (text === "a") throw new GraphUnavailableError("broken", { mayHaveArrived: true });
    return `m_${text}`;
  });
  await vi.waitFor(() => expect(ids.map(statusOf)).toEqual(["unconfirmed", "sent"]));
  worker?.wake();
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toEqual(["a", "b"]);
});

test("a rate limit holds back the Page, not another one", async () => {
  const [one, two] = [aConversation("1"), aConversation("2")];
  const ids = [say(one, "a"), say(two, "b")];
  start(async (text, times) => {
    if (text === "a" && times === 0) throw refusal(613);
    return `m_${text}`;
  });
  await vi.waitFor(() => expect(ids.map(statusOf)).toEqual(["sent", "sent"]));
});

test("what a limit turns away for a time Meta names has not failed, however often; then it goes", async () => {
  const usage = { type: "messenger", call_count: 100, estimated_time_to_regain_access: 0.0001 };
  const headers = { "x-business-use-case-usage": JSON.stringify({ "1": [usage] }) };
  const conversation = aConversation();
  const ids = ["a", "b"].map((text) => say(conversation, text));
  const asked = start(async (text, times) => {
    if (text === "a" && times < 7) throw refusal(613, headers);
    return `m_${text}`;
  });
  await vi.waitFor(() => expect(ids.map(statusOf)).toEqual(["sent", "sent"]), { timeout: 5_000 });
  expect(asked).toEqual([...new Array(8).fill("a"), "b"]);
});

test.each([
  ["by its id", (messageId: number) => worker?.wake([messageId])],
  ["without saying which", () => worker?.wake()],
])("what a person sends again goes at once: told %s", async (_, wake) => {
  const conversation = aConversation();
  const ids = ["a", "b"].map((text) => say(conversation, text));
  const asked = start(async (text, times) => {
    if (text === "a" && times === 0) throw refusal(98765);
    return `m_${text}`;
  });
  await vi.waitFor(() => expect(ids.map(statusOf)).toEqual(["failed", "sent"]));
  const { deliveryErrorId } = db.$client
    .prepare("SELECT delivery_error_id AS deliveryErrorId FROM messages WHERE id = ?")
    .get(ids[0]) as { deliveryErrorId: number };
  wake(retryMessage(db, deliveryErrorId).messageId);
  await vi.waitFor(() => expect(ids.map(statusOf)).toEqual(["sent", "sent"]));
  expect(asked).toEqual(["a", "b", "a"]);
});

test("what was being sent when the process ended is unconfirmed", async () => {
  const id = say(aConversation(), "a");
  db.$client.prepare("UPDATE outbox SET state = 'sending', sending_since_ms = 1").run();
  const asked = start(async () => "m_a");
  expect(statusOf(id)).toBe("unconfirmed");
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toEqual([]);
});

test("what is cancelled before it goes is gone from thread and queue", async () => {
  const conversation = aConversation();
  const ids = ["a", "b"].map((text) => say(conversation, text));
  cancelMessage(db, ids[0] as number);
  const asked = start(async (text) => `m_${text}`);
  await vi.waitFor(() => expect(ids.map(statusOf)).toEqual([undefined, "sent"]));
  expect(asked).toEqual(["b"]);
});

test("a closed window queues nothing", () => {
  const conversation = aConversation();
  db.$client.prepare("UPDATE conversations SET last_inbound_ms = 1").run();
  expect(() => say(conversation, "a")).toThrow(expect.objectContaining({ code: "send_refused" }));
  expect(db.$client.prepare("SELECT count(*) AS n FROM outbox").get()).toEqual({ n: 0 });
});
