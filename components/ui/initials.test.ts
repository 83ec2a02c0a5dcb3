import { expect, it } from "vitest";
import { initials } from "./initials";

it.each([
  ["Ana Lima", "AL"],
  ["ana", "A"],
  ["Maria das Dores Silva", "MS"],
  ["김민수", "김"],
  ["陳 小明", "陳小"],
  ["(Ana) Lima", "AL"],
  ["🙂 Jo", "J"],
  ["🙂", "?"],
  ["", "?"],
])("%j becomes %j", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
