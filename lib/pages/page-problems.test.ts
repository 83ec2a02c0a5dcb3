import { expect, test } from "vitest";
import { toPageProblem, toPageStatus } from "./page-problems";

test.each([
  ["fields_missing", "messages", "broken"],
  ["app_fields_missing", "standby, messages", "broken"],
  ["app_fields_missing", "message_reads, standby", "attention"],
  ["fields_missing", "message_echoes", "attention"],
] as const)("%s of %s: %s", (code, fields, severity) => {
  const problem = { code, facts: { fields }, sinceMs: 5 };
  const told = toPageProblem(problem);
  expect(told).toMatchObject({ code, severity, since: 5, detail: expect.stringContaining(`: ${fields}.`) });
  expect(told.detail.includes("nothing that people write arrives")).toBe(severity === "broken");
  expect(toPageStatus(true, [problem])).toBe(severity);
});

test("the worst problem decides", () => {
  const quiet = { code: "silent", facts: {} };
  expect(toPageStatus(true, [])).toBe("healthy");
  expect(toPageStatus(true, [quiet])).toBe("attention");
  expect(toPageStatus(true, [quiet, { code: "page_restricted", facts: {} }])).toBe("broken");
  expect(toPageStatus(false, [quiet])).toBe("unlinked");
});
