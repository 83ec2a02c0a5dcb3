import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { npmCli } from "./package-bin.mjs";
import { Problem } from "./problem.mjs";
import { withProgress } from "./progress.mjs";
import { root } from "./root.mjs";
import { firstAndLastLines, runQuietly } from "./run-quietly.mjs";

const lockfile = join(root, "package-lock.json");
const hiddenLockfile = join(root, "node_modules/.package-lock.json");
const stampFile = join(root, "node_modules/.pagedesk-installed");

/** Runs `npm ci` when node_modules is not what package-lock.json asks for, and makes sure that SQLite can be loaded. */
export async function ensureInstalled() {
  const stamp = installStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  if (!holdsWhatLockfileAsks()) await withProgress("Installing packages (npm ci)", () => npm("ci", "--include=dev"));
  if (!(await sqliteLoads())) {
    // node_modules may come from another Node version or machine: what was compiled there is of no use here
    await withProgress("Building better-sqlite3 for this Node", () => npm("rebuild", "better-sqlite3"));
    if (!(await sqliteLoads())) throw new Problem(describeMissingSqlite());
  }
  writeFileSync(stampFile, stamp);
}

/** Changes when the packages must be installed again: another lockfile, or a Node that cannot load the compiled parts. */
function installStamp() {
  const hash = createHash("sha256").update(readFileSync(lockfile)).digest("hex");
  return `${hash} node-abi-${process.versions.modules} ${process.platform}-${process.arch}\n`;
}

/** True after somebody ran `npm ci` or `npm install` by hand: npm notes in node_modules what it put there. */
function holdsWhatLockfileAsks() {
  if (!existsSync(hiddenLockfile)) return false;
  const wanted = JSON.parse(readFileSync(lockfile, "utf8")).packages;
  const present = JSON.parse(readFileSync(hiddenLockfile, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    return present[path] ? present[path].version === version && existsSync(join(root, path)) : optional === true;
  });
}

/** In a process of its own: a library built for another Node can take the process that loads it down with it. */
async function sqliteLoads() {
  const { ok } = await runQuietly(process.execPath, ["-e", "new (require('better-sqlite3'))(':memory:').close()"]);
  return ok;
}

/** @param {string[]} args */
async function npm(...args) {
  const cli = npmCli();
  const env = { ...process.env, ...localNodeHeaders() };
  const { ok, output } = cli
    ? await runQuietly(process.execPath, [cli, ...args], { env })
    : await runQuietly("npm", args, { env });
  if (ok) return;
  if (/\bgyp\b|prebuild-install/.test(output) && missingBuildTools().length > 0)
    throw new Problem(describeMissingSqlite());
  throw new Problem(`"npm ${args.join(" ")}" failed; it said:\n${firstAndLastLines(output)}`);
}

/** Node's headers often lie beside Node; a compiler run that knows that need not fetch them from the network. */
function localNodeHeaders() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include/node/node.h")) ? { npm_config_nodedir: prefix } : {};
}

function missingBuildTools() {
  const folders = (process.env.PATH ?? "").split(":");
  return ["python3", "make", "g++"].filter((tool) => !folders.some((folder) => existsSync(join(folder, tool))));
}

function describeMissingSqlite() {
  const missing = missingBuildTools();
  const where = `Node ${process.versions.node} on ${process.platform}-${process.arch}`;
  return missing.length > 0
    ? `better-sqlite3 has no ready-made binary for ${where} and cannot be compiled without ${missing.join(", ")}: install them ("apt-get install -y python3 make g++" on Debian and Ubuntu), then repeat the command.`
    : `better-sqlite3 was installed but does not load on ${where}: run "npm rebuild better-sqlite3" to see why.`;
}
