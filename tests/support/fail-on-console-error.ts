import { format } from "node:util";
import { afterEach, beforeEach } from "vitest";

const original = console.error;
let unexpected: string[] = [];

beforeEach(() => {
  unexpected = [];
  console.error = (...args: unknown[]) => {
    unexpected.push(format(...args));
    original(...args);
  };
});

/** A test that expects a `console.error` says so: `vi.spyOn(console, "error").mockImplementation(() => {})`. */
afterEach(() => {
  console.error = original;
  if (unexpected.length > 0) throw new Error(`Unexpected console.error:\n${unexpected.join("\n")}`);
});
