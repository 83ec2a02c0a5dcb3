import { expect, test } from "vitest";
import type { ThreadNote } from "@/lib/messenger/thread-note";
import { aMessage } from "./build-test-data";
import { ownerAfter } from "./owner-after";

const after = (appId: string | null, note: ThreadNote | null) => ownerAfter(appId, aMessage({ note }));

test("who takes a thread or is handed it holds it", () => {
  expect(after("1", { kind: "take_thread_control", fromAppId: "1", toAppId: "2", metadata: null })).toBe("2");
  expect(after(null, { kind: "pass_thread_control", fromAppId: null, toAppId: "3", metadata: null })).toBe("3");
});

test("a thread that was let go is held by nobody", () => {
  expect(after("1", { kind: "pass_thread_control", fromAppId: "1", toAppId: null, metadata: null })).toBeNull();
});

test("asking for it, or saying something, changes nothing", () => {
  expect(after("1", { kind: "request_thread_control", byAppId: "2", metadata: null })).toBe("1");
  expect(after("1", null)).toBe("1");
  expect(after(null, null)).toBeNull();
});
