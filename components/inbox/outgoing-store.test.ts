import { describe, expect, test, vi } from "vitest";
import { anOutgoing } from "./build-test-data";
import { createOutgoingStore, type OutgoingStorage } from "./outgoing-store";

function aStorage(): OutgoingStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

describe("replies that are on their way", () => {
  test("come back as failed after a reload, under the same clientId", () => {
    const storage = aStorage();
    createOutgoingStore(() => storage).put(anOutgoing());
    expect(createOutgoingStore(() => storage).read("conversation-1")).toMatchObject([
      { clientId: "client-1", state: "failed", text: "Hello" },
    ]);
  });

  test("are told to who listens, and forgotten once they are settled", () => {
    const storage = aStorage();
    const store = createOutgoingStore(() => storage);
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.put(anOutgoing());
    store.put(anOutgoing({ state: "failed" }));
    expect(store.read("conversation-1")).toHaveLength(1);
    store.remove("conversation-1", ["client-1"]);
    store.remove("conversation-1", ["client-1"]);
    stop();
    stop();
    expect(listener).toHaveBeenCalledTimes(3);
    expect(createOutgoingStore(() => storage).read("conversation-1")).toEqual([]);
  });

  test("give the same answer until something changes", () => {
    const store = createOutgoingStore(aStorage);
    expect(store.read("a")).toBe(store.read("a"));
  });

  test("survive a browser that stores nothing, or something else", () => {
    const refusing = createOutgoingStore(() => {
      throw new DOMException("denied", "SecurityError");
    });
    refusing.put(anOutgoing());
    expect(refusing.read("conversation-1")).toHaveLength(1);
    const odd = createOutgoingStore(() => ({ ...aStorage(), getItem: () => '[null,{"clientId":1},7]' }));
    expect(odd.read("a")).toEqual([]);
    const broken = createOutgoingStore(() => ({ ...aStorage(), getItem: () => "{" }));
    expect(broken.read("a")).toEqual([]);
  });
});
