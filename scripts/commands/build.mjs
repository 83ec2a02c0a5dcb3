import { build } from "../lib/build.mjs";
import { ensureInstalled } from "../lib/ensure-installed.mjs";

/** `npm run build` */
export async function run() {
  await ensureInstalled();
  return (await build()).ok ? 0 : 1;
}
