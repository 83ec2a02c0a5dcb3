import { parseArgs } from "node:util";
import { ensureBuilt } from "../lib/ensure-built.mjs";
import { ensureInstalled } from "../lib/ensure-installed.mjs";
import { packageBin } from "../lib/package-bin.mjs";
import { Problem } from "../lib/problem.mjs";
import { runStep } from "../lib/run-step.mjs";

/**
 * `npm run crash-test -- [--kills 20] [--seed 1]`: the crash test of the integration tests, longer. The seed it prints
 * kills after the same numbers of answers again.
 */
export async function run(args) {
  const { kills, seed } = toOptions(args);
  if (!/^[1-9]\d{0,3}$/.test(kills)) throw new Problem("--kills takes a number from 1 to 9999.");
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) throw new Problem("--seed takes a number.");
  await ensureInstalled();
  await ensureBuilt();
  const { ok } = await runStep(
    `crash test, ${kills} kills`,
    [packageBin("vitest"), "run", "--project", "integration", "tests/integration/crash.test.ts"],
    { env: { CRASH_KILLS: kills, ...(seed === undefined ? {} : { CRASH_SEED: seed }) } },
  );
  return ok ? 0 : 1;
}

function toOptions(args) {
  try {
    const options = { kills: { type: "string", default: "20" }, seed: { type: "string" } };
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Problem(error.message);
  }
}
