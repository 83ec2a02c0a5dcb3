import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../median";
import type { VolleyResult } from "./fire-requests";
import { startLoadClient } from "./start-load-client";
import { startRival } from "./start-rival";
import { APP_SECRET, startTargetDesk } from "./start-target-desk";

const ROUNDS = 5;
const ROUND_MS = 3_000;
/** More than any of them takes in one round here. */
const PREPARED_PER_ROUND = 180_000;

export type Measured = {
  rounds: VolleyResult[];
  acceptedPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  refused: number;
};

/**
 * Fires at the limit program, the Express sample and Pagedesk in turn, round after round in one run, so that whatever
 * else the machine does meets all three. The first round warms up and is not counted.
 */
export async function measureThroughput() {
  const folder = mkdtempSync(join(tmpdir(), "pagedesk-bench-"));
  const client = startLoadClient(APP_SECRET);
  const limit = await startRival("limit-server", join(folder, "limit.db"), APP_SECRET);
  const express = await startRival("express-server", "", APP_SECRET);
  const desk = await startTargetDesk();
  const results = { limit: [] as VolleyResult[], express: [] as VolleyResult[], pagedesk: [] as VolleyResult[] };
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      await client.prepare(PREPARED_PER_ROUND);
      const fired = {
        limit: await client.fire({ port: limit.port, maxMs: ROUND_MS }),
        express: await client.fire({ port: express.port, maxMs: ROUND_MS }),
        pagedesk: await client.fire({ port: desk.port, maxMs: ROUND_MS }),
      };
      // What is left to interpret must not run into the next one's time.
      await desk.caughtUp();
      if (round === 0) continue;
      for (const name of ["limit", "express", "pagedesk"] as const) results[name].push(fired[name]);
    }
  } finally {
    client.stop();
    await Promise.all([limit.stop(), express.stop(), desk.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    limit: summarise(results.limit),
    express: summarise(results.express),
    pagedesk: summarise(results.pagedesk),
    ratioToLimit: medianRatio(results.pagedesk, results.limit),
    ratioToExpress: medianRatio(results.pagedesk, results.express),
  };
}

const perSecond = ({ accepted, elapsedMs }: VolleyResult) => (accepted / elapsedMs) * 1000;

/** Of the ratios within each round: neighbours in time are compared, not the best of one with the worst of another. */
function medianRatio(ours: VolleyResult[], theirs: VolleyResult[]) {
  return median(ours.map((result, round) => perSecond(result) / perSecond(theirs[round] as VolleyResult)));
}

function summarise(rounds: VolleyResult[]): Measured {
  return {
    rounds,
    acceptedPerSecond: median(rounds.map(perSecond)),
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
    refused: rounds.reduce((sum, { refused }) => sum + refused, 0),
  };
}
