import { expect, test } from "vitest";
import { cellState, differs, isChangeable } from "./cell-state";

const page = { desiredFields: ["messages", "standby"], actualFields: ["messages", "feed"] };

test.each([
  ["messages", undefined, "on"],
  ["send_cart", undefined, "off"],
  ["standby", undefined, "differs_off"],
  ["feed", undefined, "differs_on"],
  ["messages", false, "to_off"],
  ["send_cart", true, "to_on"],
] as const)("%s, staged %s: %s", (field, change, state) => {
  expect(cellState(page, field, change === undefined ? undefined : new Map([[field, change]]))).toBe(state);
});

test("a Page differs when anything is not as wanted", () => {
  expect(differs(page)).toBe(true);
  expect(differs({ desiredFields: ["a", "b"], actualFields: ["b", "a"] })).toBe(false);
  expect(differs({ desiredFields: ["a"], actualFields: ["a", "b"] })).toBe(true);
});

test("without a living token nothing can be changed", () => {
  expect(isChangeable({ status: "healthy", tokenStatus: "valid" })).toBe(true);
  expect(isChangeable({ status: "broken", tokenStatus: "invalid" })).toBe(false);
  expect(isChangeable({ status: "unlinked", tokenStatus: "missing" })).toBe(false);
});
