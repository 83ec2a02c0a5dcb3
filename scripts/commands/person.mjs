import { runSubcommand } from "../lib/run-subcommand.mjs";

/** `npm run person -- export|erase --page <id> --psid <psid>`: what somebody who wrote to a Page can ask for. */
export function run(args) {
  return runSubcommand("person", args);
}
