import { build } from "./build.mjs";
import { isBuilt } from "./build-id.mjs";
import { Problem } from "./problem.mjs";

/** Builds, unless the last build was made from exactly these sources. */
export async function ensureBuilt() {
  if (isBuilt() || (await build()).ok) return;
  throw new Problem("The build failed; its messages are above.");
}
