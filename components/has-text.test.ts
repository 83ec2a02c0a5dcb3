import { expect, test } from "vitest";
import { hasText } from "./has-text";

test("a name that every object has is no text", () => {
  const t = { has: () => true };
  expect(["type.image", "image"].map((key) => hasText(t, key))).toEqual([true, true]);
  for (const name of ["__proto__", "constructor", "toString", "type.constructor"]) expect(hasText(t, name)).toBe(false);
});
