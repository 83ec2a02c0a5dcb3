import { expect, it } from "vitest";
import { describeTiming } from "./describe-timing";

const RECEIVED_AT = 1_790_000_000_000;
const event = (id: string, agoMs: number | null, conversationId = "c1") => ({
  id,
  conversationId,
  timestampAt: agoMs === null ? null : RECEIVED_AT - agoMs,
});

it("marks what came long after it happened", () => {
  const timing = describeTiming(
    [event("soon", 3_000), event("late", 7_200_000, "c2"), event("none", null)],
    RECEIVED_AT,
  );
  expect(timing.get("soon")).toEqual({ lateMs: null, isOutOfOrder: false });
  expect(timing.get("late")).toEqual({ lateMs: 7_200_000, isOutOfOrder: false });
  expect(timing.get("none")).toEqual({ lateMs: null, isOutOfOrder: false });
});

it("marks what stands below something newer of the same conversation", () => {
  const timing = describeTiming([event("a", 1_000), event("b", 2_000), event("c", 5_000, "c2")], RECEIVED_AT);
  expect([...timing.values()].map(({ isOutOfOrder }) => isOutOfOrder)).toEqual([false, true, false]);
});
