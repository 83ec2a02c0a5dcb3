import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../scripts/lib/free-port.mjs";
import { npmCli } from "../../scripts/lib/package-bin.mjs";
import { root } from "../../scripts/lib/root.mjs";
import { throwAwaySettings } from "../../scripts/lib/throw-away-settings.mjs";
import { answers, waitUntil } from "../../scripts/lib/wait-until.mjs";
import { median } from "./median";
import { printResult } from "./print-result";

const STARTS = 5;

/** From `npm start` on the command line, npm's own time included, to the first 200 of /api/health, on an empty database. */
async function measureStart() {
  const folder = mkdtempSync(join(tmpdir(), "pagedesk-ready-"));
  const port = await findFreePort();
  const settings = throwAwaySettings({
    port,
    simulatorUrl: "http://localhost:9",
    databasePath: join(folder, "pagedesk.db"),
  });
  const npm = npmCli();
  const startedMs = performance.now();
  const child = spawn(npm ? process.execPath : "npm", [...(npm ? [npm] : []), "start"], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: "ignore",
  });
  const isReady = await waitUntil(() => answers(`http://localhost:${port}/api/health`), {
    timeoutMs: 30_000,
    everyMs: 10,
  });
  const readyMs = performance.now() - startedMs;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
  rmSync(folder, { recursive: true, force: true });
  if (!isReady) throw new Error("Pagedesk was not ready within 30 s.");
  return readyMs;
}

const starts: number[] = [];
for (let i = 0; i < STARTS; i += 1) starts.push(await measureStart());
const value = median(starts);
printResult({
  bench: "ready",
  value,
  unit: "ms",
  slowest: Math.max(...starts),
  must: "value < 3000",
  holds: value < 3_000,
});
