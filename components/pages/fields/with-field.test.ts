import { expect, it } from "vitest";
import { fieldState, withField } from "./with-field";

it("adds and removes without repeating", () => {
  expect(withField(["messages"], "message_reads", true)).toEqual(["messages", "message_reads"]);
  expect(withField(["messages"], "messages", true)).toEqual(["messages"]);
  expect(withField(["messages", "message_reads"], "messages", false)).toEqual(["message_reads"]);
  expect(withField(["messages"], "message_reads", false)).toEqual(["messages"]);
});

it.each([
  [["a"], ["a"], "on"],
  [[], [], "off"],
  [[], ["a"], "differs_on"],
  [["a"], [], "differs_off"],
] as const)("wanted %j, at Meta %j: %s", (desired, actual, expected) => {
  expect(fieldState("a", desired, actual)).toBe(expected);
});
