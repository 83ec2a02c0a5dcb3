import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Counts the tests in a report of vitest (`--reporter=json`).
 *
 * @param {string} file
 * @param {boolean} ok whether vitest itself was content
 * @returns {Count}
 */
export function countVitest(file, ok) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  // A file that cannot even be loaded has no tests to fail; it fails as one.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  return atLeastOneFailed({ passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles }, ok);
}

/**
 * Counts the tests in a report of Playwright (`--reporter=json`).
 *
 * @param {string} file
 * @param {boolean} ok whether Playwright itself was content
 * @returns {Count}
 */
export function countPlaywright(file, ok) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  return atLeastOneFailed({ passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky }, ok);
}

/** A runner that is not content without a failed test (a crash, an unhandled error), or that found no test, has failed. */
function atLeastOneFailed({ passed, failed }, ok) {
  return failed === 0 && (!ok || passed === 0) ? { passed, failed: 1 } : { passed, failed };
}

function readReport(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
