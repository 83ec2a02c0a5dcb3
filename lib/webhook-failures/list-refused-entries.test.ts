import fc from "fast-check";
import { expect, test } from "vitest";
import { listRefusedEntries } from "./list-refused-entries";

const list = (payload: unknown) => listRefusedEntries(Buffer.from(JSON.stringify(payload)));

test("names each Page or account once", () => {
  expect(list({ object: "page", entry: [{ id: "1" }, { id: 2 }, { id: "1" }, null, { id: "x'; --" }] })).toEqual([
    { object: "page", id: "1" },
    { object: "page", id: "2" },
  ]);
  expect(list({ entry: [{ id: "17" }], object: "instagram" })).toEqual([{ object: "instagram", id: "17" }]);
  expect(list({ object: "user", entry: [{ id: "1" }] })).toEqual([]);
});

test("of many the first 50, of a huge body none", () => {
  const entry = Array.from({ length: 1_000 }, (_, i) => ({ id: String(i) }));
  expect(list({ object: "page", entry })).toHaveLength(50);
  expect(list({ object: "page", entry: [{ id: "1", more: "x".repeat(1024 * 1024) }] })).toEqual([]);
});

test("takes any bytes", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => listRefusedEntries(Buffer.from(bytes)).length === 0));
});
