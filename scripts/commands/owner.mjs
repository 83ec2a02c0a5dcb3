import { runSubcommand } from "../lib/run-subcommand.mjs";

/** `npm run owner -- --email …`: a link that makes whoever opens it an owner. */
export function run(args) {
  return runSubcommand("owner", args);
}
