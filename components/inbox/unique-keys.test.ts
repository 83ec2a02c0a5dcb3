import { expect, test } from "vitest";
import { uniqueKeys } from "./unique-keys";

test("keys are the same every time, and no two are equal", () => {
  const names = ["Bell", "Bell", null, "", "1 Bell"];
  expect(uniqueKeys(names)).toEqual(uniqueKeys(names));
  expect(new Set(uniqueKeys(names)).size).toBe(names.length);
});
