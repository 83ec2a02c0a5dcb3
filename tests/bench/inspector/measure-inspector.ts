import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, openDb } from "@/lib/db/db";
import { findNotification, listNotifications } from "@/lib/notifications/notification-list-queries";
import { growDesk, linkPages } from "./grow-desk";
import { listSearches } from "./list-searches";

export type InspectorOrder = { small: number; large: number; appId: string };
export type Timing = { name: string; p95Ms: number; medianMs: number; found: number };
export type InspectorReport = { small: Timing[]; large: Timing[]; growMinutes: number };

const RUNS = 40;

/** Every search at both sizes, on one database that grows in between. */
async function measure({ small, large, appId }: InspectorOrder): Promise<InspectorReport> {
  const folder = mkdtempSync(join(tmpdir(), "pagedesk-inspector-"));
  const db = openDb(join(folder, "pagedesk.db"));
  try {
    const startedMs = performance.now();
    linkPages(db);
    await growDesk(db, { from: 0, to: small, appId });
    const before = await timeAll(db, small);
    await growDesk(db, { from: small, to: large, appId });
    const growMinutes = (performance.now() - startedMs) / 60_000;
    return { small: before, large: await timeAll(db, large), growMinutes };
  } finally {
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeAll(db: Db, count: number): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const { name, filter } of listSearches(count)) {
    timings.push(await time(name, async () => (await listNotifications(db, filter)).notifications.length));
  }
  let id = Math.floor(count / 2);
  const open = async () => ((await findNotification(db, id++, { secretCount: 1 })) === null ? 0 : 1);
  return [...timings, await time("one notification", open)];
}

async function time(name: string, run: () => Promise<number>): Promise<Timing> {
  const times: number[] = [];
  let found = 0;
  for (let n = 0; n < RUNS; n += 1) {
    const startedMs = performance.now();
    found = await run();
    times.push(performance.now() - startedMs);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(RUNS - 1, Math.floor(RUNS * share))] as number;
  return { name, p95Ms: at(0.95), medianMs: at(0.5), found };
}

process.once("message", async (order: InspectorOrder) => {
  process.send?.(await measure(order));
  process.exit(0);
});
