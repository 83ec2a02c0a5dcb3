import { spawn } from "node:child_process";
import { formatDuration } from "./format-duration.mjs";
import { root } from "./root.mjs";

/**
 * Runs one step of a longer command with this Node, its output passed straight through, and prints what it was and how
 * long it took. Ctrl-C reaches the step from the terminal; a SIGTERM to us is handed on to it.
 *
 * @param {string} title such as `types`
 * @param {string[]} args a JavaScript file and its arguments
 * @param {{ env?: Record<string, string> }} [options] variables on top of ours
 * @returns {Promise<{ ok: boolean, signal: NodeJS.Signals | null }>} `signal`: what ended the step, or ended us
 */
export function runStep(title, args, { env = {} } = {}) {
  console.log(`\n▶ ${title}`);
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    let asked = null;
    const handOn = (signal) => {
      asked = signal;
      child.kill(signal);
    };
    process.on("SIGINT", handOn).on("SIGTERM", handOn);
    const finish = (ok, signal) => {
      process.off("SIGINT", handOn).off("SIGTERM", handOn);
      console.log(`${ok ? "✓" : "✗"} ${title} (${formatDuration(Date.now() - startedAt)})`);
      resolve({ ok, signal: asked ?? signal });
    };
    child.on("error", (error) => {
      console.error(error.message);
      finish(false, null);
    });
    child.on("close", (code, signal) => finish(code === 0, signal));
  });
}
