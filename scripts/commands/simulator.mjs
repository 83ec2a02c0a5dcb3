import { ensureInstalled } from "../lib/ensure-installed.mjs";
import { handOver } from "../lib/hand-over.mjs";
import { simulatorProgram } from "../lib/simulator-program.mjs";

/** `npm run simulator`: the simulator alone. */
export async function run() {
  await ensureInstalled();
  return handOver(simulatorProgram);
}
