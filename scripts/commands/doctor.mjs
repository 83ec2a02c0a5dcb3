import { runSubcommand } from "../lib/run-subcommand.mjs";

/** `npm run doctor`: the settings with secrets masked, and what is wrong. */
export function run(args) {
  return runSubcommand("doctor", args);
}
