import { expect, it } from "vitest";
import { safeReturnPath } from "./safe-return-path";

it.each([
  ["/inbox/7?unread=true", "/inbox/7?unread=true"],
  [undefined, "/inbox"],
  ["", "/inbox"],
  ["https://example.test/", "/inbox"],
  ["//example.test", "/inbox"],
  ["/\\example.test", "/inbox"],
  ["/\t/example.test", "/inbox"],
  ["/a\n/b", "/inbox"],
  ["javascript:alert(1)", "/inbox"],
])("%j leads to %s", (value, expected) => {
  expect(safeReturnPath(value, "/inbox")).toBe(expected);
});
