import { expect, test } from "vitest";
import { Changes } from "@/lib/inbox/changes";
import { LiveBus, type LiveEntry } from "./live-bus";

const created = (...ids: number[]) => {
  const changes = new Changes();
  for (const id of ids) changes.createdMessages.add(id);
  return changes;
};
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test("what one turn publishes comes together, in order, to every subscriber", async () => {
  const bus = new LiveBus();
  const seen: LiveEntry[][] = [];
  bus.subscribe({ onEntries: (entries) => seen.push(entries), onEnd: () => {} });
  bus.publish(created(1, 2));
  bus.publish(created(3));
  await nextTurn();
  expect(seen.map((entries) => entries.map(({ subject }) => subject))).toEqual([["1", "2", "3"]]);
});

test("a message that is new is not told as changed too", async () => {
  const bus = new LiveBus();
  const changes = created(1);
  changes.updatedMessages.add(1).add(2);
  const before = bus.lastId;
  bus.publish(changes);
  expect(bus.since(before)?.map(({ name, subject }) => [name, subject])).toEqual([
    ["message.created", "1"],
    ["message.updated", "2"],
  ]);
});

test("resuming tells everything since, or that it cannot", () => {
  const bus = new LiveBus();
  const start = bus.lastId;
  expect(bus.since(start)).toEqual([]);
  bus.publish(created(1, 2, 3));
  expect(bus.since(start + 1)?.map(({ subject }) => subject)).toEqual(["2", "3"]);
  expect(bus.since(start - 1)).toBeNull();
  expect(bus.since(bus.lastId + 1)).toBeNull();
  bus.publish(created(...Array.from({ length: 20_000 }, (_, n) => n)));
  expect(bus.since(start + 1)).toBeNull();
  expect(bus.since(bus.lastId - 1)).toHaveLength(1);
});

test("ending a subscription twice is harmless, and it hears nothing more", async () => {
  const bus = new LiveBus();
  const seen: LiveEntry[][] = [];
  const end = bus.subscribe({ onEntries: (entries) => seen.push(entries), onEnd: () => {} });
  end();
  end();
  bus.publish(created(1));
  await nextTurn();
  expect(seen).toEqual([]);
});
