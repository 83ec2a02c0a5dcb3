import { existsSync } from "node:fs";
import { commandsFile, isBuilt } from "./build-id.mjs";
import { bundle } from "./bundle.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { Problem } from "./problem.mjs";
import { root } from "./root.mjs";

/**
 * Makes sure that dist/commands.js is there and fits the sources. Where the build does, nothing at all is touched: a
 * desk may be running from it. A fresh clone is installed; the rest of the build is not needed.
 */
export async function ensureCommands() {
  if (isBuilt() && existsSync(commandsFile)) return;
  await ensureInstalled();
  if (!(await bundle({ folder: root, names: ["commands"] }))) {
    throw new Problem("The commands could not be bundled; the messages are above.");
  }
}
