import { expect, test } from "vitest";
import { openDb } from "@/lib/db/db";
import { Changes } from "@/lib/inbox/changes";
import { openEventStream } from "./event-stream";
import { LiveBus } from "./live-bus";

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
  const reading = readAll(openEventStream(openDb(":memory:"), bus, lastSeen, () => true));
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
  const reading = readAll(openEventStream(openDb(":memory:"), bus, lastSeen, ({ subject }) => subject !== "2"));
  await new Promise((resolve) => setImmediate(resolve));
  bus.publish(received(2, 3));
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  bus.close();
  expect(await reading).toEqual(["1", "3"]);
});
