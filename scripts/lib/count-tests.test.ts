import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { countPlaywright, countVitest } from "./count-tests.mjs";

const folder = mkdtempSync(join(tmpdir(), "pagedesk-count-"));
afterAll(() => rmSync(folder, { recursive: true }));

function aReport(report: unknown) {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof report === "string" ? report : JSON.stringify(report));
  return file;
}

const aVitestReport = ({ passed = 2, failed = 0, testResults = [] as unknown[] } = {}) =>
  aReport({ numPassedTests: passed, numFailedTests: failed, testResults });

const aPlaywrightReport = ({ expected = 3, unexpected = 0, flaky = 0, skipped = 0 } = {}) =>
  aReport({ stats: { expected, unexpected, flaky, skipped } });

test("tests are counted as their runner reports them", () => {
  expect(countVitest(aVitestReport({ passed: 5 }), true)).toEqual({ passed: 5, failed: 0 });
  expect(countVitest(aVitestReport({ passed: 5, failed: 2 }), false)).toEqual({ passed: 5, failed: 2 });
  expect(countPlaywright(aPlaywrightReport({ expected: 4, unexpected: 1, flaky: 1 }), false)).toEqual({
    passed: 4,
    failed: 2,
  });
});

test("a file that cannot be loaded fails as one test", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  expect(countVitest(aVitestReport({ passed: 5, testResults }), false)).toEqual({ passed: 5, failed: 1 });
});

test("a runner that crashed without a report, or wrote half of one, has failed", () => {
  expect(countVitest(join(folder, "none.json"), false)).toEqual({ passed: 0, failed: 1 });
  expect(countPlaywright(aReport('{"stats":'), false)).toEqual({ passed: 0, failed: 1 });
});

test("a runner that is not content although no test failed has failed", () => {
  expect(countVitest(aVitestReport({ passed: 5 }), false)).toEqual({ passed: 5, failed: 1 });
  expect(countPlaywright(aPlaywrightReport(), false)).toEqual({ passed: 3, failed: 1 });
});

test("a runner that found no test has failed", () => {
  expect(countVitest(aVitestReport({ passed: 0 }), true)).toEqual({ passed: 0, failed: 1 });
  expect(countPlaywright(aPlaywrightReport({ expected: 0, skipped: 7 }), true)).toEqual({ passed: 0, failed: 1 });
});
