import { expect, test } from "vitest";
import { backOffMs } from "./back-off-ms";

test("waits longer each time, up to five minutes", () => {
  expect([0, 1, 2, 20].map((tries) => backOffMs(tries))).toEqual([2_000, 4_000, 8_000, 300_000]);
});

test("waits as long as Meta says, at most an hour", () => {
  const usage = (minutes: number) => ({
    "x-business-use-case-usage": JSON.stringify({ "1": [{ type: "pages", estimated_time_to_regain_access: minutes }] }),
  });
  expect(backOffMs(5, usage(3))).toBe(180_000);
  expect(backOffMs(0, usage(0))).toBe(2_000);
  expect(backOffMs(0, usage(6_000))).toBe(3_600_000);
  expect(backOffMs(0, { "x-app-usage": "not what it should be" })).toBe(2_000);
});
