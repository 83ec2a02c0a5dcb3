import { expect, it } from "vitest";
import { formatBytes } from "./format-bytes";

it.each([
  [0, "0 B"],
  [412, "412 B"],
  [999, "999 B"],
  [1_240, "1.2 kB"],
  [3_400_000, "3.4 MB"],
])("%i is %s", (bytes, expected) => {
  expect(formatBytes(bytes, "en")).toBe(expected);
});
