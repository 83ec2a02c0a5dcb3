import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { APP_SECRET, startTargetDesk } from "../accept/start-target-desk";
import { runChild } from "../run-child";
import type { BareOrder, BareReport } from "./bare-inserts";
import type { PacedOrder, PacedReport } from "./paced-client";
import { countMessages } from "./to-mixed-body";

const SAMPLE_MS = 500;

/** A steady load for a minute: how it is answered, and how far interpreting is behind at every moment of it. */
export async function measureSustained({ perSecond, seconds }: { perSecond: number; seconds: number }) {
  const folder = mkdtempSync(join(tmpdir(), "pagedesk-sustained-"));
  const desk = await startTargetDesk();
  try {
    const behind: number[] = [];
    const sampling = setInterval(() => behind.push(desk.database.countUninterpreted()), SAMPLE_MS);
    const order: PacedOrder = { port: desk.port, perSecond, seconds, appSecret: APP_SECRET };
    const fired = await runChild<PacedReport>(new URL("./paced-client.ts", import.meta.url), order);
    clearInterval(sampling);
    const caughtUpMs = await desk.caughtUp();
    const messages = desk.database.countMessages();
    const copy: BareOrder = { from: desk.databasePath, to: join(folder, "bare.db") };
    const bare = await runChild<BareReport>(new URL("./bare-inserts.ts", import.meta.url), copy);
    return {
      ...fired,
      appliedPerSecond: (bare.events / (fired.elapsedMs + caughtUpMs)) * 1000,
      behindEarly: meanOf(behind, 1 / 6, 1 / 3),
      behindLate: meanOf(behind, 5 / 6, 1),
      behindMost: Math.max(...behind),
      caughtUpMs,
      areAllThere: bare.events === perSecond * seconds && messages === countMessages(perSecond * seconds),
      barePerSecond: bare.perSecond,
    };
  } finally {
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function meanOf(values: number[], from: number, to: number): number {
  const part = values.slice(Math.floor(values.length * from), Math.ceil(values.length * to));
  return part.reduce((sum, value) => sum + value, 0) / part.length;
}
