import { expect, test } from "vitest";
import { countStaged, isWanted, NOTHING_STAGED, prune, stage, stagePreset, toChanges, unstage } from "./staged";

const harbor = { id: "1", desiredFields: ["messages", "message_reads"] };
const casa = { id: "2", desiredFields: ["messages"] };

test("switching a field and switching it back leaves nothing staged", () => {
  const off = stage(NOTHING_STAGED, [harbor], ["messages"], false);
  expect(isWanted(harbor, "messages", off.get("1"))).toBe(false);
  expect(isWanted(harbor, "message_reads", off.get("1"))).toBe(true);
  expect(stage(off, [harbor], ["messages"], true)).toEqual(NOTHING_STAGED);
});

test("a column counts only the Pages on which it changes something", () => {
  const staged = stage(NOTHING_STAGED, [harbor, casa], ["message_reads"], true);
  expect(countStaged(staged)).toEqual({ changes: 1, pages: 1 });
  expect([...staged.keys()]).toEqual(["2"]);
});

test("a preset makes exactly its fields wanted, whatever was staged before", () => {
  const before = stage(NOTHING_STAGED, [harbor], ["send_cart"], true);
  const staged = stagePreset(before, [harbor], ["messages", "standby"]);
  expect([...(staged.get("1") ?? [])].sort()).toEqual([
    ["message_reads", false],
    ["standby", true],
  ]);
});

test("what has come true meanwhile, and Pages that are gone, are staged no longer", () => {
  const staged = stage(NOTHING_STAGED, [harbor, casa], ["standby"], true);
  const pages = [{ ...harbor, desiredFields: [...harbor.desiredFields, "standby"] }];
  expect(prune(staged, pages)).toEqual(NOTHING_STAGED);
  expect(countStaged(prune(staged, [harbor, casa]))).toEqual({ changes: 2, pages: 2 });
  expect([...unstage(staged, "1").keys()]).toEqual(["2"]);
});

test("Pages with the same change go together", () => {
  const both = stage(NOTHING_STAGED, [harbor, casa], ["standby"], true);
  expect(toChanges(both)).toEqual([{ pageIds: ["1", "2"], add: ["standby"], remove: [] }]);
  expect(toChanges(stage(both, [casa], ["messages"], false))).toEqual([
    { pageIds: ["1"], add: ["standby"], remove: [] },
    { pageIds: ["2"], add: ["standby"], remove: ["messages"] },
  ]);
});
