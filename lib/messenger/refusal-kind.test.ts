import { expect, test } from "vitest";
import { toRefusalKind } from "./refusal-kind";

test.each([
  [190, 460, "dead_token"],
  [102, null, "dead_token"],
  [4, null, "app_rate"],
  [17, null, "app_rate"],
  [32, null, "page_rate"],
  [613, null, "page_rate"],
  [80001, null, "page_rate"],
  [80006, null, "page_rate"],
  [1, null, "transient"],
  [2, null, "transient"],
  [1, 99, "not_allowed"],
  [10, null, "not_allowed"],
  [200, null, "not_allowed"],
  [210, null, "not_allowed"],
  [283, null, "not_allowed"],
  [100, 33, "not_allowed"],
  [100, null, "other"],
  [368, null, "other"],
  [300, null, "other"],
] as const)("%i/%s is %s", (code, subcode, kind) => {
  expect(toRefusalKind({ code, subcode, isTransient: false })).toBe(kind);
});

test("what Meta calls transient is", () => {
  expect(toRefusalKind({ code: 100, subcode: null, isTransient: true })).toBe("transient");
});
