import { spawn } from "node:child_process";
import { root } from "./root.mjs";

/**
 * Runs a program to its end and keeps what it printed, for the case that it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>} never rejects: a program that cannot be started is not ok
 */
export function runQuietly(command, args, { env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * The end of what a program printed, indented, to stand below the sentence that says it failed.
 *
 * @param {string} output
 */
export function lastLines(output, count = 20) {
  return indent(output.trimEnd().split("\n").slice(-count));
}

/**
 * For programs such as npm, which say first what went wrong, and last what made it so.
 *
 * @param {string} output
 */
export function firstAndLastLines(output, count = 10) {
  const lines = output.trimEnd().split("\n");
  return indent(lines.length <= 2 * count ? lines : [...lines.slice(0, count), "…", ...lines.slice(-count)]);
}

/** @param {string[]} lines */
function indent(lines) {
  return lines.map((line) => `  ${line}`).join("\n");
}
