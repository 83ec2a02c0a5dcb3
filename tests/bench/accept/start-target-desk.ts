import { setTimeout as sleep } from "node:timers/promises";
import { SIMULATED_APP } from "../../../scripts/lib/simulator-program.mjs";
import { startDesk } from "../../support/start-desk";
import { openDeskDatabase } from "./desk-database";
import { residentMegabytes } from "./resident-megabytes";

export const APP_SECRET = SIMULATED_APP.secret;

/** Nobody listens there: what is measured here never asks the Graph API for anything that it waits for. */
const NO_SIMULATOR = "http://localhost:9";
const CAUGHT_UP_TIMEOUT_MS = 300_000;

/** Starts the production build as a target for notifications of a Page that it has linked. */
export async function startTargetDesk() {
  const desk = await startDesk({ simulatorUrl: NO_SIMULATOR, env: { LOG_LEVEL: "warn" } });
  const database = openDeskDatabase(desk.databasePath);
  database.linkPage();
  return {
    port: desk.port,
    databasePath: desk.databasePath,
    database,
    residentMegabytes: () => residentMegabytes(desk.pid()),
    /** Waits until all that was accepted is interpreted. @returns how long that took, in ms */
    async caughtUp() {
      const startedMs = performance.now();
      while (database.countUninterpreted() > 0) {
        if (performance.now() - startedMs > CAUGHT_UP_TIMEOUT_MS) {
          throw new Error(`${database.countUninterpreted()} notifications are still not interpreted.\n${desk.logs()}`);
        }
        await sleep(50);
      }
      return performance.now() - startedMs;
    },
    async stop() {
      database.close();
      await desk.dispose();
    },
  };
}
