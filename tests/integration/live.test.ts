import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { MOST_STREAMS } from "../../lib/live/stream-places";
import { aMessage, notification } from "../support/build-notification";
import { eventually } from "../support/eventually";
import { startOwnedDesk } from "../support/owned-desk";
import { postSigned } from "../support/signed-post";
import { SseClient } from "../support/sse-client";
import { aColleague, anApiKey } from "../support/staff";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
const streams: SseClient[] = [];
beforeAll(async () => {
  owned = await startOwnedDesk();
});
afterAll(() => owned?.end());
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});

async function open(lastEventId?: string, query = ""): Promise<SseClient> {
  const headers = { cookie: owned.client.cookieHeader, ...(lastEventId ? { "last-event-id": lastEventId } : {}) };
  const stream = await SseClient.open(`${owned.desk.url}/api/stream${query}`, headers);
  streams.push(stream);
  return stream;
}

let nextMid = 1;
async function receive(count: number): Promise<string[]> {
  const mids = Array.from({ length: count }, () => `m_live_${nextMid++}`);
  const { desk } = owned;
  for (const mid of mids) {
    const body = JSON.stringify(notification(aMessage({ mid, text: `text of ${mid}` })));
    expect(await postSigned(`${desk.url}/api/webhook`, desk.settings.appSecret, body)).toMatchObject({ status: 200 });
  }
  return mids;
}
const midsOf = (stream: SseClient) =>
  stream.named("message.created").map(({ data }) => (data.message as { mid: string }).mid);

test("a message is told with its text, its conversation and its notification, numbered upwards", async () => {
  const stream = await open();
  const [mid] = await receive(1);
  await eventually(async () => expect(stream.named("notification.received")).toHaveLength(1));
  const [created] = stream.named("message.created");
  expect(created?.data).toMatchObject({
    conversationId: "1",
    message: { mid, text: `text of ${mid}`, status: "received" },
  });
  expect(stream.named("conversation.updated")[0]?.data).toMatchObject({ conversation: { preview: `text of ${mid}` } });
  const ids = stream.events.map(({ id }) => Number(id));
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  expect(new Set(ids).size).toBe(ids.length);
});

test("a stream that comes back goes on where it was, without a gap and without repeats", async () => {
  const first = await open();
  const seen = await receive(3);
  await eventually(async () => expect(midsOf(first)).toEqual(seen));
  const lastId = first.events.at(-1)?.id ?? "";
  first.close();
  const missed = await receive(5);
  const second = await open(lastId);
  const later = await receive(2);
  await eventually(async () => expect(midsOf(second)).toEqual([...missed, ...later]));
  expect(second.named("resync")).toEqual([]);
});

test("what happened between the making of a page and its first stream is told on that stream", async () => {
  const html = await (await owned.client.fetch(`${owned.desk.url}/inbox`)).text();
  const after = /"startsAfter":(\d+)/.exec(html.replaceAll("\\", ""))?.[1];
  expect(after).toBeDefined();
  const mids = await receive(2);
  const stream = await open(undefined, `?after=${after}`);
  await eventually(async () => expect(midsOf(stream)).toEqual(mids));
});

test("an id that is not known any more is answered with resync", async () => {
  const stream = await open("12345");
  await eventually(async () => expect(stream.events).toMatchObject([{ name: "resync" }]));
});

test("after a restart the stream says resync, and its numbers go on upwards", async () => {
  const before = await open();
  await receive(1);
  await eventually(async () => expect(midsOf(before)).toHaveLength(1));
  const lastId = before.events.at(-1)?.id ?? "";
  await owned.desk.restart();
  await before.ended;
  const after = await open(lastId);
  await eventually(async () => expect(after.named("resync")).toHaveLength(1));
  const [mid] = await receive(1);
  await eventually(async () => expect(midsOf(after)).toEqual([mid]));
  expect(Number(after.events.at(-1)?.id)).toBeGreaterThan(Number(lastId));
});

test("without a session there is no stream", async () => {
  expect((await fetch(`${owned.desk.url}/api/stream`)).status).toBe(401);
});

/** Has gone before it is answered. */
function askAndGo(head: string): Promise<void> {
  const socket = connect(owned.desk.port, "localhost");
  return new Promise((resolve) => socket.once("close", () => resolve()).write(head, () => socket.destroy()));
}

test("one person may have many streams open, but not any number; others go on, and a closed one makes room", async () => {
  const dev = await aColleague(owned, { role: "developer" });
  const key = await anApiKey(dev.client, { role: "developer" });
  const ask = (headers: Record<string, string>) => fetch(`${owned.desk.url}/api/stream`, { headers });
  const byCookie = { cookie: dev.client.cookieHeader };
  // Whoever goes away at once, or wants no body, leaves nothing behind.
  for (let i = 0; i < MOST_STREAMS; i += 1) {
    (await SseClient.open(`${owned.desk.url}/api/stream`, byCookie)).close();
    expect((await fetch(`${owned.desk.url}/api/stream`, { method: "HEAD", headers: byCookie })).status).toBe(200);
    await askAndGo(`GET /api/stream HTTP/1.1\r\nhost: desk\r\ncookie: ${dev.client.cookieHeader}\r\n\r\n`);
  }
  await eventually(async () => {
    while (streams.length < MOST_STREAMS) {
      const headers = streams.length % 2 === 0 ? byCookie : key.headers;
      streams.push(await SseClient.open(`${owned.desk.url}/api/stream`, headers));
    }
  });
  for (const headers of [byCookie, key.headers]) {
    const refused = await ask(headers);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: "too_many_requests", status: 429 });
  }
  await open();
  streams[0]?.close();
  await eventually(async () => streams.push(await SseClient.open(`${owned.desk.url}/api/stream`, byCookie)));
});
