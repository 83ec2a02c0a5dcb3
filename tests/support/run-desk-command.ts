import { spawn } from "node:child_process";
import { commandsFile } from "../../scripts/lib/build-id.mjs";
import { root } from "../../scripts/lib/root.mjs";

/** Runs one of the built commands on these settings alone and answers what it printed. */
export function runDeskCommand(
  settings: Record<string, string>,
  args: string[],
): Promise<{ code: number | null; printed: string }> {
  const env = { ...process.env, ...settings, NODE_ENV: "production" as const };
  const child = spawn(process.execPath, [commandsFile, ...args], { cwd: root, env });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (printed += text));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, printed })));
}
