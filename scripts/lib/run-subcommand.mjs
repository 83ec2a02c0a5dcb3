import { commandsFile } from "./build-id.mjs";
import { ensureCommands } from "./ensure-commands.mjs";
import { handOver } from "./hand-over.mjs";

/**
 * Runs one of the commands that need the code of lib/ (lib/commands). They read the settings that `npm start` would.
 *
 * @param {string} name
 * @param {string[]} args as given after `--`
 * @returns {Promise<number>} the exit code
 */
export async function runSubcommand(name, args) {
  await ensureCommands();
  return handOver([commandsFile, name, ...args], { NODE_ENV: "production" });
}
