import { spawn } from "node:child_process";
import { root } from "./root.mjs";

const KEPT_CHARACTERS = 64_000;

/**
 * Starts a long-running program of ours with this Node and keeps the end of what it prints.
 *
 * It gets a process group of its own: Ctrl-C then reaches only us, and we end it in our order.
 *
 * @param {string} name as told to the person
 * @param {string[]} args a JavaScript file and its arguments
 * @param {Record<string, string>} env variables on top of ours
 */
export function startProgram(name, args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  let output = "";
  const collect = (chunk) => {
    output = (output + chunk).slice(-KEPT_CHARACTERS);
  };
  child.stdout.setEncoding("utf8").on("data", collect);
  child.stderr.setEncoding("utf8").on("data", collect);
  /** @type {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} */
  const ended = new Promise((resolve) => {
    child.on("error", (error) => {
      collect(error.message);
      resolve({ code: 1, signal: null });
    });
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
  return {
    name,
    ended,
    output: () => output,
    /** Asks it to end, insists after `patienceMs`, and waits until it has. */
    async stop(patienceMs = 5_000) {
      child.kill("SIGTERM");
      const insist = setTimeout(() => child.kill("SIGKILL"), patienceMs);
      await ended;
      clearTimeout(insist);
    },
  };
}
