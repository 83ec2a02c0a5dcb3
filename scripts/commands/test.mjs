import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../lib/build.mjs";
import { isBuilt } from "../lib/build-id.mjs";
import { countPlaywright, countVitest } from "../lib/count-tests.mjs";
import { ensureChromium } from "../lib/ensure-chromium.mjs";
import { ensureInstalled } from "../lib/ensure-installed.mjs";
import { packageBin } from "../lib/package-bin.mjs";
import { runStep } from "../lib/run-step.mjs";

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
  const counts = [];
  for (const check of checks({ chromium, reports })) {
    const { title, count, signal } = await check();
    if (signal === "SIGINT" || signal === "SIGTERM") {
      console.log(`\nStopped by ${signal} during "${title}".`);
      return signal === "SIGINT" ? 130 : 143;
    }
    counts.push({ title, ...count });
  }
  console.log("");
  for (const { title, passed, failed } of counts) console.log(`${title.padEnd(18)} ${passed} passed, ${failed} failed`);
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
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
  return { title, signal, count: countVitest(file, ok) };
}

async function runPlaywright(reports, chromium) {
  const title = "browser tests";
  const file = join(reports, "browser.json");
  const env = { PW_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const args = [packageBin("@playwright/test", "playwright"), "test", "--reporter=list,json"];
  const { ok, signal } = await runStep(title, args, { env });
  return { title, signal, count: countPlaywright(file, ok) };
}

function asOne(title, { ok, signal }) {
  return { title, signal, count: ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 } };
}
