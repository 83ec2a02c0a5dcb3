import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { serverFile } from "../lib/build-id.mjs";
import { Problem } from "../lib/problem.mjs";
import { root } from "../lib/root.mjs";

/** `npm start`: the production server, in this very process, so that signals and exit codes are its own. */
export async function run() {
  if (!existsSync(serverFile)) throw new Problem('There is no build yet: run "npm run build" first.');
  process.env.NODE_ENV = "production";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  process.chdir(root);
  await import(pathToFileURL(serverFile).href);
  return undefined;
}
