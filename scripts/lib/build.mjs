import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildIdFile, hashOfSources } from "./build-id.mjs";
import { bundle } from "./bundle.mjs";
import { packageBin } from "./package-bin.mjs";
import { root } from "./root.mjs";
import { runStep } from "./run-step.mjs";

/**
 * Makes the production build: Next's part in .next/, the server that stands before it in dist/. What it was made from is
 * noted first, so a file saved while it runs makes the next `ensureBuilt` build again.
 *
 * @returns {Promise<{ ok: boolean, signal: NodeJS.Signals | null }>} after a failure no dist/ is left that could be
 *   mistaken for this build; `signal`: what ended it, when a signal did
 */
export async function build() {
  const sources = hashOfSources();
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { ok, signal } = await runStep("next build", [packageBin("next"), "build"], { env });
  if (!ok || !(await bundle({ folder: root }))) return { ok: false, signal };
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(buildIdFile, sources);
  return { ok: true, signal: null };
}
