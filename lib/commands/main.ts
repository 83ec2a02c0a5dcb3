import { basename } from "node:path";
import nextEnv from "@next/env";
import { log } from "@/lib/log";
import { runCommand } from "./run-command";

const given = new Set(Object.keys(process.env));
// The same files in the same order as server.ts reads them: the first that names a setting wins, the environment over all.
const { loadedEnvFiles } = nextEnv.loadEnvConfig(process.cwd(), false);
const fromFile = new Map<string, string>();
for (const { path, env } of loadedEnvFiles) {
  for (const name of Object.keys(env)) {
    if (!given.has(name) && !fromFile.has(name)) fromFile.set(name, basename(path));
  }
}
// What a command has to say it prints; lines of JSON between them would be in the way.
log.level = "silent";

const [name = "", ...args] = process.argv.slice(2);
process.exitCode = await runCommand(name, args, {
  env: process.env,
  fromFile,
  print: (line) => void process.stdout.write(`${line}\n`),
  printError: (line) => void process.stderr.write(`${line}\n`),
});
