import { describe, expect, it } from "vitest";
import { formatLeft, toClockStage } from "./clock-stage";

const clock = { alertAt: 900_000, unsubscribeAt: 3_600_000 };

describe("toClockStage", () => {
  it.each([
    [0, "before_alert", 900_000],
    [899_999, "before_alert", 1],
    [900_000, "before_unsubscribe", 2_700_000],
    [3_600_000, "over", 0],
  ])("at %i: %s", (nowMs, stage, leftMs) => {
    expect(toClockStage(clock, nowMs)).toEqual({ stage, leftMs });
  });
});

it.each([
  [900_000, "15:00"],
  [40_000, "0:40"],
  [1, "0:01"],
  [0, "0:00"],
])("%i ms left: %s", (leftMs, text) => {
  expect(formatLeft(leftMs)).toBe(text);
});
