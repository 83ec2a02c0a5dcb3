import { runSubcommand } from "../lib/run-subcommand.mjs";

/** `npm run vacuum`: the database written anew, without what is free in it. */
export function run(args) {
  return runSubcommand("vacuum", args);
}
