import { ensureInstalled } from "../lib/ensure-installed.mjs";
import { handOver } from "../lib/hand-over.mjs";
import { packageBin } from "../lib/package-bin.mjs";

/** `npm run dev`: Next's development server. The webhook is a route of it there. */
export async function run(args) {
  await ensureInstalled();
  return handOver([packageBin("next"), "dev", ...args], { NEXT_TELEMETRY_DISABLED: "1" });
}
