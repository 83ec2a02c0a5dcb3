import { expect, test } from "vitest";
import { describeOldNode } from "./ensure-node.mjs";

test("a Node that is too old gets a sentence that names both versions", () => {
  expect(describeOldNode("18.20.8")).toMatch(/needs Node 20\.9 or newer, and this is Node 18\.20\.8/);
  expect(describeOldNode("20.8.1")).toMatch(/20\.8\.1/);
});

test("a Node that is new enough gets none", () => {
  for (const version of ["20.9.0", "20.20.2", "22.1.0", "25.0.0"]) expect(describeOldNode(version)).toBeNull();
});
