import { expect, it } from "vitest";
import { fromLocalInput, toLocalInput } from "./to-local-input";

it("goes there and back in the reader's time zone", () => {
  const atMs = new Date(2026, 2, 5, 7, 9).getTime();
  expect(toLocalInput(atMs)).toBe("2026-03-05T07:09");
  expect(fromLocalInput(toLocalInput(atMs))).toBe(atMs);
  expect(fromLocalInput("")).toBeNull();
});
