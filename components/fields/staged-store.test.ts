import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NOTHING_STAGED, stage } from "./staged";
import { stagedStore } from "./staged-store";

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("window", {
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

test("what is staged is there again after leaving", () => {
  const staged = stage(NOTHING_STAGED, [{ id: "1", desiredFields: ["messages"] }], ["messages", "standby"], true);
  stagedStore.write(staged);
  expect(stagedStore.read()).toEqual(staged);
});

test("nothing staged leaves nothing behind", () => {
  stagedStore.write(stage(NOTHING_STAGED, [{ id: "1", desiredFields: [] }], ["messages"], true));
  stagedStore.write(NOTHING_STAGED);
  expect(kept.size).toBe(0);
  expect(stagedStore.read()).toEqual(NOTHING_STAGED);
});

test("what somebody else wrote there is ignored", () => {
  const written = (value: string) => {
    stagedStore.write(stage(NOTHING_STAGED, [{ id: "1", desiredFields: [] }], ["messages"], true));
    for (const key of kept.keys()) kept.set(key, value);
    return stagedStore.read();
  };
  expect(written("{")).toEqual(NOTHING_STAGED);
  expect(written("null")).toEqual(NOTHING_STAGED);
  expect(written('{"1":{"messages":false,"standby":"yes"}}')).toEqual(new Map([["1", new Map([["messages", false]])]]));
});

test("a browser that keeps nothing is no error", () => {
  vi.stubGlobal("window", {});
  stagedStore.write(stage(NOTHING_STAGED, [{ id: "1", desiredFields: [] }], ["messages"], true));
  expect(stagedStore.read()).toEqual(NOTHING_STAGED);
});
