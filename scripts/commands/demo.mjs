import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverFile } from "../lib/build-id.mjs";
import { ensureBuilt } from "../lib/ensure-built.mjs";
import { ensureInstalled } from "../lib/ensure-installed.mjs";
import { freePortFromEnv } from "../lib/free-port.mjs";
import { Problem } from "../lib/problem.mjs";
import { withProgress } from "../lib/progress.mjs";
import { lastLines } from "../lib/run-quietly.mjs";
import { simulatorProgram } from "../lib/simulator-program.mjs";
import { startProgram } from "../lib/start-program.mjs";
import { subscribeApp } from "../lib/subscribe-app.mjs";
import { throwAwaySettings } from "../lib/throw-away-settings.mjs";
import { answers, waitUntil } from "../lib/wait-until.mjs";

/** `npm run demo`: Pagedesk and the simulator on a throw-away database, until Ctrl-C. */
export async function run() {
  const port = await freePortFromEnv("PORT", 3000);
  const simulatorPort = await freePortFromEnv("SIMULATOR_PORT", 4100);
  await ensureInstalled();
  await ensureBuilt();

  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => ending.abort());
  const folder = mkdtempSync(join(tmpdir(), "pagedesk-demo-"));
  const programs = [];
  try {
    await play({ port, simulatorPort, folder, programs, ending: ending.signal });
    console.log("\nThe demo has ended; nothing of it is kept.");
  } finally {
    ending.abort();
    await Promise.all(programs.map((program) => program.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

/** Returns when the person has had enough; throws a `Problem` when one of the two programs ends by itself. */
async function play({ port, simulatorPort, folder, programs, ending }) {
  const simulatorUrl = `http://localhost:${simulatorPort}`;
  const deskUrl = `http://localhost:${port}`;
  const settings = throwAwaySettings({ port, simulatorUrl, databasePath: join(folder, "pagedesk.db") });
  const { FACEBOOK_APP_ID: appId, FACEBOOK_APP_SECRET: appSecret } = settings;

  const simulator = startProgram("The simulator", simulatorProgram, {
    SIMULATOR_PORT: String(simulatorPort),
    SIMULATOR_APP_NAME: "Pagedesk",
    FACEBOOK_APP_ID: appId,
    FACEBOOK_APP_SECRET: appSecret,
    SIMULATOR_DEAUTHORIZE_URL: `${deskUrl}/api/facebook/deauthorize`,
    SIMULATOR_DATA_DELETION_URL: `${deskUrl}/api/facebook/data-deletion`,
  });
  const desk = startProgram("Pagedesk", [serverFile], {
    ...settings,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  programs.push(simulator, desk);
  const stopped = new Promise((resolve) => {
    if (ending.aborted) resolve(undefined);
    ending.addEventListener("abort", () => resolve(undefined));
  });
  const ended = Promise.race([stopped, ...programs.map((program) => endedByItself(program, ending))]);

  const ready = async () => {
    await untilAnswering(simulator, simulatorUrl, ending);
    await untilAnswering(desk, `${deskUrl}/api/health`, ending);
    await subscribeApp({
      graphUrl: simulatorUrl,
      version: settings.GRAPH_API_VERSION,
      appId,
      appSecret,
      callbackUrl: `${deskUrl}/api/webhook`,
      verifyToken: settings.FACEBOOK_VERIFY_TOKEN,
    });
  };
  await Promise.race([withProgress("Starting Pagedesk and the simulator", ready), ended]);
  if (ending.aborted) return;
  console.log(banner({ beginUrl: `${deskUrl}/setup?token=${settings.SETUP_TOKEN}`, deskUrl, simulatorUrl }));
  await ended;
}

async function untilAnswering(program, url, ending) {
  const inTime = await waitUntil(() => answers(url), { timeoutMs: 60_000, signal: ending });
  ending.throwIfAborted();
  if (!inTime) {
    throw new Problem(
      `${program.name} did not answer at ${url} within a minute; it said:\n${lastLines(program.output())}`,
    );
  }
}

async function endedByItself(program, ending) {
  const { code, signal } = await program.ended;
  if (ending.aborted) return;
  const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
  throw new Problem(
    `${program.name} ${how}, so the demo stops; the end of what it said:\n${lastLines(program.output())}`,
  );
}

function banner({ beginUrl, deskUrl, simulatorUrl }) {
  return `
Pagedesk is running.

  Begin here   ${beginUrl}
               sign in as anyone: you become the owner; then connect Pages
  Pagedesk     ${deskUrl}
  Simulator    ${simulatorUrl}
               plays Facebook: write to a Page from its phone, as a customer would

Everything lives in a throw-away database. Ctrl-C ends both.
`;
}
