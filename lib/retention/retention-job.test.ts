import { afterEach, beforeEach, expect, test } from "vitest";
import { setRetentionSettings } from "@/lib/settings/retention-settings";
import { aMessage, NOON, notification } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { RetentionJob } from "./retention-job";

const SETTINGS = { payloadDays: 30, messageDays: 30, mediaDays: 30, auditDays: null };
const LONG_AGO = NOON - 1000 * 24 * 60 * 60 * 1000;

let inbox: Awaited<ReturnType<typeof inboxUnderTest>>;
let job: RetentionJob;
beforeEach(async () => {
  inbox = await inboxUnderTest();
  job = newJob();
});
afterEach(() => job.stop());

const newJob = () => new RetentionJob(inbox.db, (changes) => inbox.published.push(changes));
const count = (table: string) =>
  (inbox.db.$client.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
const turn = () => new Promise((resolve) => setImmediate(resolve));

async function receiveLongAgo(howMany: number): Promise<void> {
  const messages = Array.from({ length: howMany }, (_, n) => aMessage({ mid: `m_${n}`, atMs: LONG_AGO + n }));
  await inbox.receive(...messages.map((message) => notification(message)));
  inbox.db.$client.exec(`UPDATE notifications SET received_ms = ${LONG_AGO}`);
  inbox.published.length = 0;
}

test("what is too old goes as soon as the settings say so, and open screens look again, once", async () => {
  await receiveLongAgo(30);
  setRetentionSettings(inbox.db, SETTINGS, "u", job);
  while (inbox.published.length === 0) await turn();
  expect([count("notifications"), count("events"), count("messages"), count("conversations")]).toEqual([0, 0, 0, 0]);
  expect(inbox.published.map(({ hasRemovals }) => hasRemovals)).toEqual([true]);
});

test("much goes in many turns, and after a restart it goes on with what is left", async () => {
  await receiveLongAgo(600);
  setRetentionSettings(inbox.db, SETTINGS, "u", job);
  while (count("notifications") === 600) await turn();
  job.stop();
  expect(count("notifications")).toBeGreaterThan(0);
  job = newJob();
  job.wake();
  while (inbox.published.length === 0) await turn();
  expect([count("notifications"), count("messages")]).toEqual([0, 0]);
});

test("where nothing is too old, nobody is told anything", async () => {
  await inbox.receive(notification(aMessage({ atMs: Date.now() })));
  inbox.db.$client.exec(`UPDATE notifications SET received_ms = ${Date.now()}`);
  inbox.published.length = 0;
  // What goes last tells that the job has been through everything.
  inbox.db.$client.exec(
    `INSERT INTO invitations (id, token_hash, note, role, has_all_pages, page_ids, created_ms, expires_ms)
     VALUES ('i', 'h', '', 'agent', 1, '[]', 1, 1)`,
  );
  setRetentionSettings(inbox.db, SETTINGS, "u", job);
  while (count("invitations") > 0) await turn();
  expect([count("notifications"), count("messages"), inbox.published.length]).toEqual([1, 1, 0]);
});
