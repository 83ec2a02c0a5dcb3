import { expect, it } from "vitest";
import { safeReturnPath } from "./safe-return-path";

it.each([
  ["/inbox/7?unread=true", "/inbox/7?unread=true"],
  ["https://desk.example.test/pages", "/pages"],
  [undefined, "/inbox"],
  ["", "/inbox"],
  ["https://example.test/", "/inbox"],
  ["https://desk.example.test.evil.example/", "/inbox"],
  ["//example.test", "/inbox"],
  ["/\\example.test", "/inbox"],
  ["/.//example.test", "/inbox"],
  ["https://desk.example.test//example.test/x", "/inbox"],
  ["/x/..//example.test", "/inbox"],
  ["/\t/example.test", "/inbox"],
  ["javascript:alert(1)", "/inbox"],
  ["http://[", "/inbox"],
])("%j leads to %s", (value, expected) => {
  expect(safeReturnPath(value, "/inbox", "https://desk.example.test")).toBe(expected);
});
