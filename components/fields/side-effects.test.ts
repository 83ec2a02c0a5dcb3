import { expect, test } from "vitest";
import { isChange, listSideEffects } from "./side-effects";

const aDifference = (added: string[], obstacle: string | null = null) => ({
  pageId: "1",
  fields: added,
  added,
  removed: [],
  obstacle,
});

test("a side effect is told with the number of Pages it comes to, without those left out", () => {
  const differences = [
    aDifference(["messages", "response_feedback"]),
    aDifference(["response_feedback"]),
    aDifference(["response_feedback"], "The Page is not linked."),
    aDifference(["standby"]),
  ];
  expect(listSideEffects(differences)).toEqual([
    { field: "response_feedback", text: expect.stringContaining("thumbs"), pageCount: 2 },
  ]);
});

test("nothing to add or remove is no change, nor is what cannot be done", () => {
  expect([aDifference(["a"]), aDifference([]), aDifference(["a"], "No.")].map(isChange)).toEqual([true, false, false]);
});
