import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../lib/build.mjs";
import { isBuilt } from "../lib/build-id.mjs";
import { ensureChromium } from "../lib/ensure-chromium.mjs";
import { ensureInstalled } from "../lib/ensure-installed.mjs";
import { packageBin } from "../lib/package-bin.mjs";
import { runStep } from "../lib/run-step.mjs";
import { readPlaywrightReport, readVitestReport } from "../lib/test-report.mjs";

/** `npm test`: every check there is. A step that fails does not keep the later ones from being run. */
export async function run() {
  await ensureInstalled();
  const chromium = await ensureChromium();
  console.log(`Browser: ${chromium}`);
  const reports = mkdtempSync(join(tmpdir(), "pagedesk-test-"));
  try {
    return await runChecks({ chromium, reports });
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

async function runChecks({ chromium, reports }) {
  const reported = [];
  for (const check of checks({ chromium, reports })) {
    const { title, report, signal } = await check();
    if (signal === "SIGINT" || signal === "SIGTERM") {
      console.log(`\nStopped by ${signal} during "${title}".`);
      return signal === "SIGINT" ? 130 : 143;
    }
    reported.push({ title, ...report });
  }
  printFailures(reported);
  console.log("");
  for (const { title, passed, failed } of reported) {
    console.log(`${title.padEnd(18)} ${passed} passed, ${failed} failed`);
  }
  const passed = reported.reduce((sum, report) => sum + report.passed, 0);
  const failed = reported.reduce((sum, report) => sum + report.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/** Once more at the end: who sees only the last page of a long run wants to know what to look at. */
function printFailures(reported) {
  for (const { title, failures } of reported) {
    for (const { name, message } of failures) {
      console.log(`\n✗ ${title}: ${name}`);
      if (message) console.log(message.replaceAll(/^/gm, "    "));
    }
  }
}

/** In the order that tells soonest what is wrong. */
function checks({ chromium, reports }) {
  return [
    () => checkTypes(),
    () => checkLint(),
    // Vitest leaves one core to itself, which is half of what there is on two.
    () => runVitest("unit", reports, [`--maxWorkers=${availableParallelism()}`]),
    () => checkBuild(),
    () => runVitest("integration", reports),
    () => runPlaywright(reports, chromium),
  ];
}

async function checkTypes() {
  const env = { NEXT_TELEMETRY_DISABLED: "1" };
  // Next's own types (next-env.d.ts, the routes) are generated, so a fresh clone has none yet.
  const generated = await runStep("types of routes", [packageBin("next"), "typegen"], { env });
  if (!generated.ok) return asOne("types", generated);
  return asOne("types", await runStep("types", [packageBin("typescript", "tsc"), "--noEmit"]));
}

async function checkLint() {
  return asOne("lint", await runStep("lint", [packageBin("@biomejs/biome", "biome"), "check", "."]));
}

async function checkBuild() {
  if (isBuilt()) {
    console.log("\n✓ build (nothing has changed since the last one)");
    return asOne("build", { ok: true, signal: null });
  }
  return asOne("build", await build());
}

async function runVitest(project, reports, more = []) {
  const title = `${project} tests`;
  const file = join(reports, `${project}.json`);
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...more,
  ];
  const { ok, signal } = await runStep(title, [packageBin("vitest"), ...args]);
  return { title, signal, report: readVitestReport(file, ok) };
}

async function runPlaywright(reports, chromium) {
  const title = "browser tests";
  const file = join(reports, "browser.json");
  const env = { PW_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const args = [packageBin("@playwright/test", "playwright"), "test", "--reporter=list,json"];
  const { ok, signal } = await runStep(title, args, { env });
  return { title, signal, report: readPlaywrightReport(file, ok) };
}

function asOne(title, { ok, signal }) {
  const report = ok
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: [{ name: "see what it printed above", message: "" }] };
  return { title, signal, report };
}
