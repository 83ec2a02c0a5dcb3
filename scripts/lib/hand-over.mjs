import { spawn } from "node:child_process";
import { root } from "./root.mjs";

/**
 * Runs a program of ours in our place: it gets the terminal and our signals, and we give its exit code.
 *
 * @param {string[]} args a JavaScript file and its arguments
 * @param {Record<string, string>} [env] variables on top of ours
 * @returns {Promise<number>} the exit code
 */
export function handOver(args, env = {}) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
