import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverFile } from "../../scripts/lib/build-id.mjs";
import { findFreePort } from "../../scripts/lib/free-port.mjs";
import { packageBin } from "../../scripts/lib/package-bin.mjs";
import { root } from "../../scripts/lib/root.mjs";
import { throwAwaySettings } from "../../scripts/lib/throw-away-settings.mjs";
import { answers, waitUntil } from "../../scripts/lib/wait-until.mjs";

const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 15_000;

export interface StartDeskOptions {
  /** Where the Graph API and the login dialog are played; nothing needs to listen there as long as neither is used. */
  simulatorUrl: string;
  /** Settings that differ from the throw-away ones, by the names of contract.md. */
  env?: Record<string, string>;
  /** Default: a file in a folder that goes away with the test process. */
  databasePath?: string;
  /** `server`: dist/server.js, as `npm start` runs it. `next`: `next start` on the same build, without our server. */
  mount?: "server" | "next";
}

export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** How a process ended, and how long after it was asked to. */
export interface DeskExit {
  code: number | null;
  signal: NodeJS.Signals | null;
  ms: number;
}

/**
 * Starts the built Pagedesk as a process of its own, on a free port and a database of its own, and waits until
 * `/api/health` answers 200.
 *
 * `stop` keeps port, settings and database, so that `restart` goes on where it stopped; `dispose` (or `await using`)
 * ends it for good. What a test forgets ends with the test process.
 *
 * @throws when there is no build, or the process ends or stays silent; the message holds what it printed
 */
export async function startDesk({ simulatorUrl, env = {}, databasePath, mount = "server" }: StartDeskOptions) {
  if (!existsSync(serverFile)) throw new Error('There is no build to start: run "npm run build" first.');
  const folder = mkdtempSync(join(tmpdir(), "pagedesk-desk-"));
  const port = await findFreePort();
  const defaults = throwAwaySettings({ port, simulatorUrl, databasePath: databasePath ?? join(folder, "pagedesk.db") });
  const settings = { ...defaults, ...env };
  const url = `http://localhost:${port}`;
  let logs = "";
  let running: ChildProcess | null = null;

  async function start() {
    const child = spawnDesk(mount, port, settings);
    running = child;
    forgotten.set(child, folder);
    const collect = (chunk: string) => {
      logs += chunk;
    };
    child.stdout?.setEncoding("utf8").on("data", collect);
    child.stderr?.setEncoding("utf8").on("data", collect);
    const gone = new AbortController();
    child.once("exit", () => gone.abort());
    const isReady = await waitUntil(() => answers(`${url}/api/health`), {
      timeoutMs: READY_TIMEOUT_MS,
      everyMs: 20,
      signal: gone.signal,
    });
    if (isReady) return;
    const exit = await stop("SIGKILL");
    const how = gone.signal.aborted ? `ended (code ${exit.code}, signal ${exit.signal})` : "did not become ready";
    throw new Error(`Pagedesk ${how}. It printed:\n${logs}`);
  }

  /** @param signal `SIGTERM` asks (after 15 s it is killed, which a test sees in `signal`); `SIGKILL` is a power cut */
  async function stop(signal: NodeJS.Signals = "SIGTERM"): Promise<DeskExit> {
    const child = running;
    if (!child) return { code: null, signal: null, ms: 0 };
    const askedAt = performance.now();
    if (child.exitCode === null && child.signalCode === null) {
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill(signal);
      const insist = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
      await exited;
      clearTimeout(insist);
    }
    running = null;
    forgotten.delete(child);
    return { code: child.exitCode, signal: child.signalCode, ms: performance.now() - askedAt };
  }

  async function dispose() {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }

  await start();
  return {
    url,
    port,
    settings: {
      appId: settings.FACEBOOK_APP_ID,
      appSecret: settings.FACEBOOK_APP_SECRET,
      verifyToken: settings.FACEBOOK_VERIFY_TOKEN,
      setupToken: settings.SETUP_TOKEN,
      publicUrl: settings.PUBLIC_URL,
      env: settings,
    },
    databasePath: settings.DATABASE_URL.slice("file:".length),
    /** The process id, for looking at its memory. */
    pid: () => running?.pid ?? null,
    /** Everything printed so far, to stdout and stderr, over all restarts. */
    logs: () => logs,
    stop,
    /** Stops it if it still runs, and starts it again on the same port, settings and database. */
    async restart(signal?: NodeJS.Signals) {
      await stop(signal);
      await start();
    },
    dispose,
    [Symbol.asyncDispose]: dispose,
  };
}

function spawnDesk(mount: "server" | "next", port: number, settings: Record<string, string>) {
  const program = mount === "server" ? [serverFile] : [packageBin("next"), "start", "--port", String(port)];
  return spawn(process.execPath, program, {
    cwd: root,
    env: { ...process.env, ...settings, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Processes that nobody has stopped yet, with their folders. */
const forgotten = new Map<ChildProcess, string>();

process.once("exit", () => {
  for (const [child, folder] of forgotten) {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});
