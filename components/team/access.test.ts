import { expect, it } from "vitest";
import { isComplete, toAccessInput } from "./access";

it("sends no list of Pages where every Page is meant, and always every Page for an owner", () => {
  expect(toAccessInput({ role: "agent", hasAllPages: true, pageIds: ["1"] })).toEqual({
    role: "agent",
    hasAllPages: true,
    pageIds: [],
  });
  expect(toAccessInput({ role: "owner", hasAllPages: false, pageIds: ["1"] })).toEqual({
    role: "owner",
    hasAllPages: true,
    pageIds: [],
  });
  expect(toAccessInput({ role: "agent", hasAllPages: false, pageIds: ["1"] }).pageIds).toEqual(["1"]);
});

it("wants at least one Page of whoever does not see all", () => {
  expect(isComplete({ role: "agent", hasAllPages: false, pageIds: [] })).toBe(false);
  expect(isComplete({ role: "agent", hasAllPages: false, pageIds: ["1"] })).toBe(true);
  expect(isComplete({ role: "owner", hasAllPages: false, pageIds: [] })).toBe(true);
});
