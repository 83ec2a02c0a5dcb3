import { expect, test } from "vitest";
import { toHeldBack } from "./to-held-back";

const file = (filename: string, state: "uploading" | "ready" | "failed", canRetry = false) => ({
  filename,
  state,
  canRetry,
});

test("what keeps files from being sent is named, the gravest first", () => {
  const ready = file("a.png", "ready");
  const uploading = file("b.png", "uploading");
  const failed = file("c.png", "failed", true);
  const refused = file("d.exe", "failed");
  expect(toHeldBack([])).toBeNull();
  expect(toHeldBack([ready])).toBeNull();
  expect(toHeldBack([ready, uploading, uploading])).toEqual({ reason: "uploading", count: 2, filename: "b.png" });
  expect(toHeldBack([uploading, failed])).toEqual({ reason: "failed", count: 1, filename: "c.png" });
  expect(toHeldBack([failed, refused, uploading])).toEqual({ reason: "refused", count: 1, filename: "d.exe" });
});
