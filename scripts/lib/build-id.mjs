import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** What `npm start` runs. */
export const serverFile = join(root, "dist/server.js");
/** What `npm run doctor` and its like run. */
export const commandsFile = join(root, "dist/commands.js");
/** Holds the hash of the sources that dist/ and .next/ were made from. */
export const buildIdFile = join(root, "dist/build-id");

/** Whatever else stands at the top of the repository counts as a source, so a new folder is never missed. */
const NOT_SOURCES = new Set(
  "node_modules dist data docs scripts simulator tests test-results playwright-report next-env.d.ts biome.json LICENSE".split(
    " ",
  ),
);
const NOT_A_SOURCE = /^\.|\.md$|\.test\.tsx?$|\.tsbuildinfo$|^(vitest|playwright|drizzle)\.config\.ts$/;

/** True when dist/ and .next/ hold a build of the sources as they are now. */
export function isBuilt() {
  const files = [serverFile, join(root, ".next/BUILD_ID"), buildIdFile];
  return files.every((file) => existsSync(file)) && readFileSync(buildIdFile, "utf8") === hashOfSources();
}

/** Changes with every file that a build could depend on. */
export function hashOfSources() {
  const hash = createHash("sha256").update(process.version);
  for (const path of listSources("")) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

/**
 * @param {string} folder below the root
 * @returns {string[]} paths below the root, in an order that does not depend on the file system
 */
function listSources(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (NOT_A_SOURCE.test(entry.name) || (folder === "" && NOT_SOURCES.has(entry.name))) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listSources(path) : [path];
  });
}
