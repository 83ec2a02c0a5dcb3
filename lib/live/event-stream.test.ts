import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { nobody, type Viewer } from "@/lib/auth/viewer";
import { openDb } from "@/lib/db/db";
import { Changes } from "@/lib/inbox/changes";
import { openEventStream } from "./event-stream";
import { LiveBus } from "./live-bus";

const OWNER: Viewer = { ...nobody, id: "dana", role: "owner", pages: "all", hasAllPages: true };
const audienceOf = (viewer: Viewer) => ({ viewer, lookAgain: async () => viewer });
const received = (...ids: number[]) => {
  const changes = new Changes();
  for (const id of ids) changes.notifications.add(id);
  return changes;
};

/** Everything the stream says until the bus closes it. */
async function readAll(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const text = await new Response(stream).text();
  return [...text.matchAll(/"notificationId":"(\d+)"/g)].map(([, id]) => id as string);
}

test("what was published in the very moment a stream comes back is told once", async () => {
  const bus = new LiveBus();
  const lastSeen = bus.lastId;
  bus.publish(received(1, 2)); // Remembered already, and about to be sent to whoever listens.
  const reading = readAll(openEventStream(openDb(":memory:"), bus, lastSeen, audienceOf(OWNER)));
  await new Promise((resolve) => setImmediate(resolve));
  bus.publish(received(3));
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  bus.close();
  expect(await reading).toEqual(["1", "2", "3"]);
});

test("what somebody may not see is not told, missed or new", async () => {
  const bus = new LiveBus();
  const lastSeen = bus.lastId;
  bus.publish(received(1, 2));
  const agent = { ...OWNER, role: "agent" as const };
  const reading = new Response(openEventStream(openDb(":memory:"), bus, lastSeen, audienceOf(agent))).text();
  await new Promise((resolve) => setImmediate(resolve));
  bus.publish(received(2, 3));
  const changes = new Changes();
  changes.pages.add("1");
  bus.publish(changes);
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  bus.close();
  const text = await reading;
  expect(text).not.toContain("notification");
  expect(text).toContain("page.updated");
});

test("of Pages that somebody may not see nothing is told, of their own everything", async () => {
  const bus = new LiveBus();
  const viewer = { ...OWNER, role: "agent" as const, hasAllPages: false, pages: ["1"] };
  const reading = new Response(openEventStream(openDb(":memory:"), bus, null, audienceOf(viewer))).text();
  const changes = new Changes();
  changes.pages.add("1").add("2");
  bus.publish(changes);
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  bus.close();
  const text = await reading;
  expect(text).toContain('{"pageId":"1"}');
  expect(text).not.toContain('{"pageId":"2"}');
});

describe("while it is open", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
  afterEach(() => void vi.useRealTimers());

  test("it ends within a second of somebody being shut out", async () => {
    let now: Viewer | null = OWNER;
    const stream = openEventStream(openDb(":memory:"), new LiveBus(), null, {
      viewer: OWNER,
      lookAgain: async () => now,
    });
    const reading = new Response(stream).text();
    now = null;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await reading).toContain("retry");
  });

  test("another role or other Pages count within a second, and the browser is told to fetch again", async () => {
    let now: Viewer = OWNER;
    const bus = new LiveBus();
    const stream = openEventStream(openDb(":memory:"), bus, null, { viewer: OWNER, lookAgain: async () => now });
    const reading = new Response(stream).text();
    now = { ...OWNER, hasAllPages: false, pages: ["1"] };
    await vi.advanceTimersByTimeAsync(1_000);
    const changes = new Changes();
    changes.pages.add("2");
    bus.publish(changes);
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    bus.close();
    const text = await reading;
    expect(text).toContain("event: resync");
    expect(text).not.toContain("page.updated");
  });
});
