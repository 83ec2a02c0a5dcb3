import { databaseBytes, foldLog } from "../support/database-bytes";
import type { FloodResult } from "../support/unsigned-flood";
import { startLoadClient } from "./accept/start-load-client";
import { APP_SECRET, startTargetDesk } from "./accept/start-target-desk";
import { printResult } from "./print-result";
import { runChild } from "./run-child";

/** How signed notifications are accepted while others post a great deal that nobody has signed. */
const MINUTE_MS = 60_000;
const SIGNED = 3_000;
const UNSIGNED = 10_000;
const MEGABYTE = 1024 * 1024;

const client = startLoadClient(APP_SECRET);
const desk = await startTargetDesk();
try {
  await client.prepare(SIGNED);
  foldLog(desk.databasePath);
  const beforeAlone = databaseBytes(desk.databasePath);
  const alone = await client.fire({ port: desk.port, overMs: MINUTE_MS });
  await desk.caughtUp();
  foldLog(desk.databasePath);
  const grownAlone = databaseBytes(desk.databasePath) - beforeAlone;

  await client.prepare(SIGNED);
  const before = databaseBytes(desk.databasePath);
  const order = { port: desk.port, count: UNSIGNED, connections: 32, overMs: MINUTE_MS, halfSent: 100, largeEvery: 4 };
  const [beside, flood] = await Promise.all([
    client.fire({ port: desk.port, overMs: MINUTE_MS }),
    runChild<FloodResult>(new URL("./unsigned/flood-client.ts", import.meta.url), order),
  ]);
  const residentMegabytes = desk.residentMegabytes();
  // The newest may be a sample, which nothing interprets: one more signed one makes the interpreter pass it.
  await client.prepare(1);
  await client.fire({ port: desk.port });
  await desk.caughtUp();
  foldLog(desk.databasePath);
  const grown = databaseBytes(desk.databasePath) - before;
  const growthMb = (grown - grownAlone) / MEGABYTE;

  printResult({
    bench: "unsigned",
    value: beside.p99Ms,
    unit: "ms, p99 of signed ones beside 10,000 unsigned a minute",
    p50Ms: beside.p50Ms,
    maxMs: beside.maxMs,
    aloneP99Ms: alone.p99Ms,
    ratio: beside.p99Ms / alone.p99Ms,
    refusedSigned: beside.refused + alone.refused,
    unsigned: flood.statuses,
    cutOff: flood.cutOff,
    growthMb,
    residentMegabytes,
    must: "value < 100, growthMb < 5, refusedSigned 0",
    holds: beside.p99Ms < 100 && growthMb < 5 && beside.refused + alone.refused === 0,
  });
} finally {
  client.stop();
  await desk.stop();
}
