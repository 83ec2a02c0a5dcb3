import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./root.mjs";

/** @typedef {{ name: string, message: string }} Failure a test that failed, and what it said first */
/** @typedef {{ passed: number, failed: number, failures: Failure[] }} TestReport */

/**
 * Reads a report of vitest (`--reporter=json`).
 *
 * @param {string} file
 * @param {boolean} ok whether vitest itself was content
 * @returns {TestReport}
 */
export function readVitestReport(file, ok) {
  const report = readJson(file);
  if (!report) return noReport();
  const failures = report.testResults.flatMap((result) => {
    const failed = result.assertionResults.filter((test) => test.status === "failed");
    // A file that cannot even be loaded has no tests to fail; it fails as one.
    if (failed.length === 0)
      return result.status === "failed" ? [toFailure([inProject(result.name)], result.message)] : [];
    return failed.map((test) => toFailure([inProject(result.name), test.fullName], test.failureMessages[0]));
  });
  return content({ passed: report.numPassedTests, failed: failures.length, failures }, ok);
}

/**
 * Reads a report of Playwright (`--reporter=json`).
 *
 * @param {string} file
 * @param {boolean} ok whether Playwright itself was content
 * @returns {TestReport}
 */
export function readPlaywrightReport(file, ok) {
  const report = readJson(file);
  if (!report) return noReport();
  const failures = report.suites.flatMap((suite) => failedSpecs(suite, []));
  const { expected, unexpected, flaky } = report.stats;
  return content({ passed: expected, failed: unexpected + flaky, failures }, ok);
}

function failedSpecs(suite, above) {
  const path = [...above, suite.title];
  const own = suite.specs
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const results = spec.tests.flatMap((test) => test.results);
      return toFailure([...path, spec.title], results.find((result) => result.error)?.error.message);
    });
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failedSpecs(inner, path))];
}

const MOST_LINES = 12;

function toFailure(path, message = "") {
  const lines = stripVTControlCharacters(message).trim().split("\n");
  return { name: path.join(" › "), message: lines.slice(0, MOST_LINES).join("\n") };
}

const inProject = (file) => relative(root, file);

const noReport = () => ({
  passed: 0,
  failed: 1,
  failures: [{ name: "no report", message: "The runner ended early." }],
});

/** A runner that is not content without a failed test (a crash, an unhandled error), or that found no test, has failed. */
function content({ passed, failed, failures }, ok) {
  if (failed > 0 || (ok && passed > 0)) return { passed, failed, failures };
  const message =
    passed === 0 ? "No test was found." : "No test failed, but the runner did: see what it printed above.";
  return { passed, failed: 1, failures: [{ name: "the runner", message }] };
}

function readJson(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
