import { expect, test } from "vitest";
import {
  ANA,
  aDelivery,
  aMessage,
  anEcho,
  aPostback,
  aReaction,
  aRead,
  NOON,
  notification,
} from "@/tests/support/build-notification";
import { parseNotification } from "./parse-notification";

const keyOf = (item: Record<string, unknown>) => parseNotification(notification(item))[0]?.key;

test("nobody's id stands in a key: keys outlive the people they are of", () => {
  const items = [aMessage(), anEcho(), aDelivery({ mids: ["m_1"] }), aRead(), aReaction(), aPostback({ mid: null })];
  for (const item of items) expect(keyOf(item)).not.toContain(ANA);
});

test("a receipt is the same when it comes again, and another of another person, time or message", () => {
  expect(keyOf(aRead())).toBe(keyOf(aRead()));
  expect(keyOf(aDelivery({ mids: ["a", "b"] }))).toBe(keyOf(aDelivery({ mids: ["b", "a"] })));
  const others = [aRead(), aRead({ watermark: NOON + 1 }), { ...aRead(), sender: { id: "7000000000000009" } }];
  expect(new Set(others.map(keyOf)).size).toBe(3);
  expect(keyOf(aDelivery({ mids: ["a"] }))).not.toBe(keyOf(aDelivery({ mids: ["b"] })));
});
