import { expect, test } from "vitest";
import { measureText } from "./measure-text";

test("Messenger counts characters", () => {
  expect(measureText("é".repeat(2001), "messenger")).toEqual({ unit: "characters", used: 2001, limit: 2000, over: 1 });
});

test("Instagram counts bytes, so letters with marks and emoji take more", () => {
  expect(measureText("é".repeat(500), "instagram")).toEqual({ unit: "bytes", used: 1000, limit: 1000, over: 0 });
  expect(measureText("🚲".repeat(251), "instagram")).toMatchObject({ used: 1004, over: 4 });
});
