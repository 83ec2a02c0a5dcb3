import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "../lib/ensure-built.mjs";
import { ensureInstalled } from "../lib/ensure-installed.mjs";
import { Problem } from "../lib/problem.mjs";
import { root } from "../lib/root.mjs";
import { runStep } from "../lib/run-step.mjs";

const SUFFIX = ".bench.ts";

/** `npm run bench [name…]`: every benchmark, or those named. Each prints its results as lines of JSON. */
export async function run(names) {
  const known = readdirSync(join(root, "tests/bench"))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length));
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Problem(`There is no benchmark "${unknown.join('", "')}": choose from ${known.join(", ")}.`);
  await ensureInstalled();
  await ensureBuilt();
  let failed = false;
  for (const name of names.length > 0 ? names : known) {
    const { ok, signal } = await runStep(`bench ${name}`, ["--import", "tsx", `tests/bench/${name}${SUFFIX}`]);
    if (signal) return 1;
    failed ||= !ok;
  }
  return failed ? 1 : 0;
}
