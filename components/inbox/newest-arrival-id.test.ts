import { expect, test } from "vitest";
import { aMessage, anOutgoing } from "./build-test-data";
import { mergeOptimistic } from "./merge-optimistic";
import { newestArrivalId } from "./newest-arrival-id";

const outgoing = anOutgoing({ clientId: "9999" });

test("what arrived last need not be what was said last, nor what is greatest as text", () => {
  const messages = [
    aMessage({ id: "9", sentAt: 1 }),
    aMessage({ id: "101", sentAt: 2 }),
    aMessage({ id: "12", sentAt: 3 }),
  ];
  expect(newestArrivalId(mergeOptimistic(messages, [outgoing]))).toBe("101");
});

test("a thread in which nothing has reached the server has none", () => {
  expect(newestArrivalId(mergeOptimistic([], [outgoing]))).toBeNull();
  expect(newestArrivalId([])).toBeNull();
});
