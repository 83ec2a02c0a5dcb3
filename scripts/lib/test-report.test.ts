import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "./root.mjs";
import { readPlaywrightReport, readVitestReport } from "./test-report.mjs";

const folder = mkdtempSync(join(tmpdir(), "pagedesk-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function aReport(report: unknown) {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof report === "string" ? report : JSON.stringify(report));
  return file;
}

const aVitestReport = ({ passed = 2, testResults = [] as unknown[] } = {}) =>
  aReport({ numPassedTests: passed, testResults });

const aPlaywrightReport = ({ expected = 3, unexpected = 0, flaky = 0, suites = [] as unknown[] } = {}) =>
  aReport({ stats: { expected, unexpected, flaky }, suites });

test("tests are counted as their runner reports them", () => {
  expect(readVitestReport(aVitestReport({ passed: 5 }), true)).toEqual({ passed: 5, failed: 0, failures: [] });
  expect(readPlaywrightReport(aPlaywrightReport({ expected: 4 }), true)).toEqual({
    passed: 4,
    failed: 0,
    failures: [],
  });
  expect(readPlaywrightReport(aPlaywrightReport({ unexpected: 1, flaky: 1 }), false)).toMatchObject({ failed: 2 });
});

test("a failed test is named with its file and what it said, without colours", () => {
  const assertionResults = [
    { status: "passed", fullName: "a desk starts", failureMessages: [] },
    {
      status: "failed",
      fullName: "a desk stops",
      failureMessages: ["\u001b[31mexpected 1\u001b[39m\n  at stop.test.ts"],
    },
  ];
  const testResults = [{ name: join(root, "tests/stop.test.ts"), status: "failed", assertionResults }];
  expect(readVitestReport(aVitestReport({ testResults }), false)).toEqual({
    passed: 2,
    failed: 1,
    failures: [{ name: "tests/stop.test.ts › a desk stops", message: "expected 1\n  at stop.test.ts" }],
  });
});

test("a failed story is named with its file, its group and what it said", () => {
  const failed = {
    title: "reads",
    ok: false,
    tests: [{ results: [{}, { error: { message: "\u001b[2mTimed out\u001b[22m" } }] }],
  };
  const passed = { title: "writes", ok: true, tests: [{ results: [{}] }] };
  const suites = [{ title: "inbox.spec.ts", specs: [passed], suites: [{ title: "at 390 px", specs: [failed] }] }];
  const report = readPlaywrightReport(aPlaywrightReport({ unexpected: 1, suites }), false);
  expect(report.failures).toEqual([{ name: "inbox.spec.ts › at 390 px › reads", message: "Timed out" }]);
});

test("a file that cannot be loaded fails as one test", () => {
  const testResults = [
    { name: join(root, "lib/a.test.ts"), status: "failed", message: "No such module", assertionResults: [] },
  ];
  expect(readVitestReport(aVitestReport({ passed: 5, testResults }), false)).toEqual({
    passed: 5,
    failed: 1,
    failures: [{ name: "lib/a.test.ts", message: "No such module" }],
  });
});

test("a runner that crashed without a report, or wrote half of one, has failed", () => {
  expect(readVitestReport(join(folder, "none.json"), false)).toMatchObject({ passed: 0, failed: 1 });
  expect(readPlaywrightReport(aReport('{"stats":'), false)).toMatchObject({ passed: 0, failed: 1 });
});

test("a runner that is not content although no test failed has failed, and says so", () => {
  const failures = [{ name: "the runner", message: expect.stringContaining("printed above") }];
  expect(readVitestReport(aVitestReport({ passed: 5 }), false)).toEqual({ passed: 5, failed: 1, failures });
  expect(readPlaywrightReport(aPlaywrightReport(), false)).toEqual({ passed: 3, failed: 1, failures });
});

test("a runner that found no test has failed", () => {
  expect(readVitestReport(aVitestReport({ passed: 0 }), true)).toMatchObject({ passed: 0, failed: 1 });
  expect(readPlaywrightReport(aPlaywrightReport({ expected: 0 }), true)).toMatchObject({ passed: 0, failed: 1 });
});
