import { expect, test } from "vitest";
import { sendsMessage } from "./send-key";

const enter = {
  key: "Enter",
  keyCode: 13,
  isComposing: false,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
};

test("Enter sends and Shift+Enter breaks the line", () => {
  expect(sendsMessage(enter, "enter")).toBe(true);
  expect(sendsMessage({ ...enter, shiftKey: true }, "enter")).toBe(false);
});

test("with the other preference only Ctrl or Cmd with Enter sends", () => {
  expect(sendsMessage(enter, "mod-enter")).toBe(false);
  expect(sendsMessage({ ...enter, ctrlKey: true }, "mod-enter")).toBe(true);
  expect(sendsMessage({ ...enter, metaKey: true }, "mod-enter")).toBe(true);
});

test("Enter that accepts a word of an input method never sends", () => {
  expect(sendsMessage({ ...enter, isComposing: true }, "enter")).toBe(false);
  expect(sendsMessage({ ...enter, keyCode: 229 }, "enter")).toBe(false);
});

test("other keys do nothing", () => {
  expect(sendsMessage({ ...enter, key: "a" }, "enter")).toBe(false);
});
