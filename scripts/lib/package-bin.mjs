import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./root.mjs";

/**
 * The JavaScript file behind a package's command, to be run by this very Node: no shell and no `.cmd` file in between,
 * so signals, exit codes and Windows need no special care.
 *
 * @param {string} packageName
 * @param {string} [binName]
 */
export function packageBin(packageName, binName = packageName) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[binName]);
}

/** npm's own JavaScript file: the npm that called us, or the one that lies beside this Node. */
export function npmCli() {
  const nodeFolder = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(nodeFolder, "../lib/node_modules/npm/bin/npm-cli.js"),
    join(nodeFolder, "node_modules/npm/bin/npm-cli.js"),
    "/usr/share/nodejs/npm/bin/npm-cli.js",
  ];
  return places.find((place) => place?.endsWith("npm-cli.js") && existsSync(place)) ?? null;
}
