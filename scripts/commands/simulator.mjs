import { spawn } from "node:child_process";
import { ensureInstalled } from "../lib/ensure-installed.mjs";
import { root } from "../lib/root.mjs";
import { simulatorProgram } from "../lib/simulator-program.mjs";

/** `npm run simulator`: the simulator alone, given our signals and giving its exit code. */
export async function run() {
  await ensureInstalled();
  const child = spawn(process.execPath, simulatorProgram, { cwd: root, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
