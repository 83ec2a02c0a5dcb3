import { describe, expect, test } from "vitest";
import { type PlannedPage, planChange, rebase } from "./plan-change";

const aPage = (given: Partial<PlannedPage> = {}): PlannedPage => ({
  id: "1",
  isLinked: true,
  hasToken: true,
  desiredFields: ["messages", "message_reads"],
  actualFields: ["messages", "message_reads"],
  ...given,
});

describe("a difference", () => {
  test("holds the whole set, and what comes and goes", () => {
    expect(planChange("1", aPage(), { add: ["standby", "messages"], remove: ["message_reads"] })).toEqual({
      pageId: "1",
      fields: ["messages", "standby"],
      added: ["standby"],
      removed: ["message_reads"],
      obstacle: null,
    });
    expect(planChange("1", aPage(), { set: ["standby"] })).toMatchObject({
      fields: ["standby"],
      added: ["standby"],
      removed: ["messages", "message_reads"],
    });
  });

  test("is empty when nothing would change", () => {
    expect(planChange("1", aPage(), { add: ["messages"], remove: ["standby"] })).toMatchObject({
      added: [],
      removed: [],
    });
  });

  test("counts what Meta does otherwise than wanted: asking again mends it", () => {
    const page = aPage({ actualFields: ["messages", "feed"] });
    expect(planChange("1", page, {})).toMatchObject({ added: ["message_reads"], removed: ["feed"], obstacle: null });
  });
});

test.each([
  ["not here", null, {}, /no such Page/],
  ["not linked", aPage({ isLinked: false, hasToken: false }), {}, /not linked/],
  ["without a living token", aPage({ hasToken: false }), {}, /token/],
  ["left with no field", aPage(), { remove: ["messages", "message_reads"] }, /no field left/],
])("a Page %s is left out, with the reason", (_, page, choice, reason) => {
  expect(planChange("1", page, choice).obstacle).toMatch(reason);
});

describe("a change that waited", () => {
  const row = { before: ["messages", "message_reads"], fields: ["messages", "standby"] };

  test("asks for the set as planned when nothing else happened, however often", () => {
    expect(rebase(row.before, row)).toEqual(["messages", "standby"]);
    expect(rebase(rebase(row.before, row), row)).toEqual(["messages", "standby"]);
  });

  test("keeps what somebody switched meanwhile", () => {
    expect(rebase(["messages", "message_reads", "send_cart"], row)).toEqual(["messages", "send_cart", "standby"]);
  });

  test("is taken back by its reverse", () => {
    const undo = { before: row.fields, fields: row.before };
    expect(rebase(rebase(row.before, row), undo).sort()).toEqual([...row.before].sort());
  });
});
