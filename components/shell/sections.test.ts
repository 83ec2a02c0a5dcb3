import { expect, it } from "vitest";
import { isWithin } from "./sections";

it.each([
  ["/pages", "/pages", true],
  ["/pages/1", "/pages", true],
  ["/pagesque", "/pages", false],
  ["/", "/pages", false],
])("%s within %s: %s", (pathname, href, expected) => {
  expect(isWithin(pathname, href)).toBe(expected);
});
