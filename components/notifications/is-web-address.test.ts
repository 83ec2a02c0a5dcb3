import { expect, it } from "vitest";
import { isWebAddress } from "./is-web-address";

it.each([
  ["https://dev.example.test/webhook", true],
  ["http://127.0.0.1:3000", true],
  ["dev.example.test", false],
  ["ftp://dev.example.test", false],
  ["http://", false],
  ["", false],
])("isWebAddress(%j) is %s", (text, expected) => {
  expect(isWebAddress(text)).toBe(expected);
});
