import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { type Db, openDb } from "@/lib/db/db";
import { findDeletionRequest } from "@/lib/erasure/deletion-request-queries";
import { beginErasure } from "@/lib/erasure/erase-person";
import { ErasureJob } from "@/lib/erasure/erasure-job";
import { exportPerson } from "@/lib/export/export-person";
import { Changes } from "@/lib/inbox/changes";
import type { AcceptedNotification } from "@/lib/notifications/notification-queries";
import { RetentionJob } from "@/lib/retention/retention-job";
import { throwAwaySettings } from "@/scripts/lib/throw-away-settings.mjs";
import { growDesk, linkPages } from "../inspector/grow-desk";
import { FIRST_MS, PAGES, STEP_MS, toNotification } from "../inspector/to-notification";

export type PrivacyOrder = { notifications: number; ofOnePerson: number; retentionMs: number; appId: string };
/** `heldMs`: the longest that everything else waited. */
export type Held = { heldMs: number; p99HeldMs: number; seconds: number };
export type PrivacyReport = {
  exported: Held & { megabytes: number };
  erased: Held;
  retained: Held & { payloadsPerSecond: number };
  growMinutes: number;
};

const TALKER = "7199999999999999";

async function measure({ notifications, ofOnePerson, retentionMs, appId }: PrivacyOrder): Promise<PrivacyReport> {
  const folder = mkdtempSync(join(tmpdir(), "pagedesk-privacy-"));
  const path = join(folder, "pagedesk.db");
  Object.assign(process.env, throwAwaySettings({ port: 1, simulatorUrl: "http://localhost:1", databasePath: path }));
  const db = openDb(path);
  try {
    const startedMs = performance.now();
    linkPages(db);
    const share = Math.floor(notifications / ofOnePerson);
    const make = (index: number) => (index % share === 0 ? ofTalker(index) : toNotification(index));
    await growDesk(db, { from: 0, to: notifications, appId, make });
    const growMinutes = (performance.now() - startedMs) / 60_000;
    const exported = await measureExport(db);
    const erased = await measureErasure(db);
    return { exported, erased, retained: await measureRetention(db, retentionMs), growMinutes };
  } finally {
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Somebody who has written for as long as there is the desk. */
function ofTalker(index: number): AcceptedNotification {
  const receivedMs = FIRST_MS + index * STEP_MS;
  const [page] = PAGES;
  const message = { mid: `m_talker-${index}`, text: `Number ${index} of what I have to say about bicycles` };
  const item = { sender: { id: TALKER }, recipient: { id: page }, timestamp: receivedMs - 300, message };
  const body = Buffer.from(
    JSON.stringify({ object: "page", entry: [{ id: page, time: receivedMs, messaging: [item] }] }),
  );
  const rest = { receivedMs, body, sizeBytes: body.length, headers: '{"content-type":"application/json"}' };
  return { ...rest, signature: "valid", secretIndex: 0, signatureHash: "sha256", status: 200 };
}

/** What everything else waits while this is done. */
async function watch<Result>(work: () => Promise<Result>): Promise<Held & Result> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const startedMs = performance.now();
  const result = await work();
  const seconds = (performance.now() - startedMs) / 1000;
  await pause(10);
  delay.disable();
  return { heldMs: delay.max / 1e6, p99HeldMs: delay.percentile(99) / 1e6, seconds, ...result };
}

function findTalker(db: Db): number {
  const row = db.$client.prepare("SELECT id FROM conversations WHERE psid = ?").get(TALKER) as { id: number };
  return row.id;
}

const measureExport = (db: Db) =>
  watch(async () => {
    let bytes = 0;
    for await (const piece of exportPerson(db, findTalker(db), { userId: null, nowMs: Date.now() })) {
      bytes += Buffer.byteLength(piece);
    }
    return { megabytes: bytes / 1024 ** 2 };
  });

const measureErasure = (db: Db) =>
  watch(async () => {
    const code = "benchmark";
    const [pageId] = PAGES as [string];
    const request = { code, requestHash: code, atMs: Date.now() };
    const job = new ErasureJob(db, () => {});
    beginErasure(db, { personId: TALKER, pageId }, request, new Changes());
    job.wake();
    while (job.isAtWork || findDeletionRequest(db, code)?.doneMs === null) await pause(20);
    job.stop();
    return {};
  });

const countPayloads = (db: Db) =>
  (db.$client.prepare("SELECT count(*) AS n FROM notifications").get() as { n: number }).n;

/** All of it is too old by now; for so long as was ordered. */
const measureRetention = async (db: Db, retentionMs: number) => {
  const before = countPayloads(db);
  const held = await watch(async () => {
    const job = new RetentionJob(db, () => {});
    job.wake();
    await pause(retentionMs);
    job.stop();
    return {};
  });
  return { ...held, payloadsPerSecond: (before - countPayloads(db)) / held.seconds };
};

process.once("message", async (order: PrivacyOrder) => {
  process.send?.(await measure(order));
  process.exit(0);
});
