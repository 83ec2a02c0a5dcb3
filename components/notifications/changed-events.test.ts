import { expect, it } from "vitest";
import { changedEvents } from "./changed-events";

it("tells what goes differently from what stays", () => {
  const before = [
    { key: "a", outcome: "applied" },
    { key: "b", outcome: "failed" },
  ] as const;
  const after = [
    { key: "a", outcome: "applied" },
    { key: "b", outcome: "applied" },
    { key: "c", outcome: "applied" },
  ] as const;
  expect(changedEvents(before, after).map(({ key }) => key)).toEqual(["b", "c"]);
  expect(changedEvents(before, before)).toEqual([]);
});
