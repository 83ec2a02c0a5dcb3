import { afterEach, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { aMessage, NOON, notification } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { cancelReplay } from "./cancel-replay";
import { recordNotifications } from "./notification-queries";
import { ReplayJob } from "./replay-job";
import { findReplay, findRunningReplay, listReplays } from "./replay-queries";
import { startReplay } from "./start-replay";

log.level = "silent";
const DANA = { userId: "dana", pages: "all", nowMs: NOON } as const;
const jobs: ReplayJob[] = [];
afterEach(() => {
  for (const job of jobs.splice(0)) job.stop();
});

/** A desk where messages with "poison" in them cannot be applied, until it is mended. */
async function aDesk() {
  const inbox = await inboxUnderTest();
  const { db, interpreter } = inbox;
  db.$client.exec(
    `CREATE TRIGGER poison BEFORE INSERT ON messages WHEN NEW.text LIKE '%poison%' BEGIN SELECT RAISE(ABORT, 'poison'); END`,
  );
  let next = 0;
  const receive = (...texts: string[]) =>
    inbox.receive(...texts.map((text) => notification(aMessage({ mid: `m_${++next}`, text, atMs: NOON + next }))));
  const aJob = () => {
    const job = new ReplayJob(db, interpreter);
    jobs.push(job);
    return job;
  };
  const mend = () => db.$client.exec("DROP TRIGGER poison");
  const texts = async () => (await inbox.messages()).map(({ text }) => text);
  return { ...inbox, receive, aJob, mend, texts };
}

type ADesk = Awaited<ReturnType<typeof aDesk>>;

async function run({ db }: ADesk, job: ReplayJob) {
  job.wake();
  await vi.waitFor(() => expect(findRunningReplay(db)).toBeNull(), { interval: 1 });
  return listReplays(db);
}

test("a dry run tells what would change, the run changes it, and a second run nothing", async () => {
  const desk = await aDesk();
  await desk.receive("one", "poison two", "three", "poison four");
  expect(await desk.texts()).toEqual(["one", "three"]);
  startReplay(desk.db, { since: 0, dryRun: true }, DANA);
  expect(await run(desk, desk.aJob())).toMatchObject([
    { status: "done", total: 2, done: 2, changed: 0, stillFailing: 2 },
  ]);
  desk.mend();
  startReplay(desk.db, { since: 0, dryRun: true }, DANA);
  expect(await run(desk, desk.aJob())).toMatchObject([{ isDryRun: true, done: 2, changed: 2, stillFailing: 0 }, {}]);
  expect(await desk.texts()).toEqual(["one", "three"]);
  startReplay(desk.db, { since: 0, dryRun: false }, DANA);
  const [done] = await run(desk, desk.aJob());
  expect(done).toMatchObject({ isDryRun: false, done: 2, changed: 2, stillFailing: 0, finishedMs: expect.any(Number) });
  expect(await desk.texts()).toEqual(["one", "poison two", "three", "poison four"]);
  startReplay(desk.db, { notificationIds: ["1", "2", "3", "4"], dryRun: false }, DANA);
  expect((await run(desk, desk.aJob()))[0]).toMatchObject({ total: 4, done: 4, changed: 0, stillFailing: 0 });
});

test("what failed after the start is not part of it, nor what failed before the time chosen", async () => {
  const desk = await aDesk();
  const body = Buffer.from("not json");
  const at = (receivedMs: number) =>
    ({ receivedMs, body, headers: "{}", signature: "valid", sizeBytes: 8, status: 200 }) as const;
  recordNotifications(
    desk.db,
    Array.from({ length: 600 }, (_, i) => at(NOON - 60_000 - i)),
  );
  recordNotifications(desk.db, [at(NOON), at(NOON + 1)]);
  await desk.interpretAll();
  const range = startReplay(desk.db, { since: NOON, dryRun: false }, DANA);
  expect(range).toMatchObject({ total: 2, sinceMs: NOON, status: "running" });
  await desk.receive("poison");
  expect(await run(desk, desk.aJob())).toMatchObject([{ total: 2, done: 2, changed: 0, stillFailing: 2 }]);
  expect(startReplay(desk.db, { since: NOON + 999_999, dryRun: false }, DANA)).toMatchObject({ total: 0 });
  expect(await run(desk, desk.aJob())).toMatchObject([{ total: 0, done: 0, status: "done" }, {}]);
});

test("goes on after a restart where it was", async () => {
  const desk = await aDesk();
  await desk.receive(...Array.from({ length: 300 }, (_, i) => `poison ${i}`));
  desk.mend();
  const { id } = startReplay(desk.db, { since: 0, dryRun: false }, DANA);
  let calls = 0;
  const stopped = new Promise<void>((resolve) => {
    const replay = (notificationId: number, options: { isDryRun: boolean }) => {
      // Between two turns, as a signal would.
      if (++calls === 100) setImmediate(() => resolve(first.stop()));
      return desk.interpreter.replay(notificationId, options);
    };
    const first = new ReplayJob(desk.db, { replay });
    first.wake();
  });
  await stopped;
  const halfway = findReplay(desk.db, id);
  expect(halfway?.status).toBe("running");
  expect(halfway?.done).toBe(calls);
  expect(calls).toBeLessThan(300);
  await run(desk, desk.aJob());
  expect(findReplay(desk.db, id)).toMatchObject({
    status: "done",
    total: 300,
    done: 300,
    changed: 300,
    stillFailing: 0,
  });
});

test("counts what it mended just before the process ended, and could not write down", async () => {
  const desk = await aDesk();
  await desk.receive(...Array.from({ length: 10 }, (_, i) => `poison ${i}`));
  desk.mend();
  const { id } = startReplay(desk.db, { since: 0, dryRun: false }, DANA);
  for (const lost of [1, 2, 3, 4]) desk.interpreter.replay(lost, { isDryRun: false });
  await run(desk, desk.aJob());
  expect(findReplay(desk.db, id)).toMatchObject({ status: "done", total: 10, done: 10, changed: 10, stillFailing: 0 });
});

test("can be cancelled once, and the next one takes its turn", async () => {
  const desk = await aDesk();
  await desk.receive(...Array.from({ length: 100 }, (_, i) => `poison ${i}`));
  const { id } = startReplay(desk.db, { since: 0, dryRun: true }, DANA);
  startReplay(desk.db, { notificationIds: ["2", "1", "2", "x", "9999"], dryRun: true }, DANA);
  const job = desk.aJob();
  job.wake();
  await new Promise((resolve) => setImmediate(resolve));
  expect(cancelReplay(desk.db, job, { replayId: id, userId: "dana" })).toMatchObject({
    status: "cancelled",
    total: 100,
  });
  expect(() => cancelReplay(desk.db, job, { replayId: id, userId: "dana" })).toThrow("nothing left to cancel");
  expect(await run(desk, job)).toMatchObject([{ status: "done", total: 2, done: 2 }, { status: "cancelled" }]);
  const audit = desk.db.$client.prepare("SELECT action, user_id AS userId, target FROM audit_log ORDER BY id").all();
  expect(audit).toEqual([
    { action: "replay.started", userId: "dana", target: "1" },
    { action: "replay.started", userId: "dana", target: "2" },
    { action: "replay.cancelled", userId: "dana", target: "1" },
  ]);
});

test("one that makes the interpreter itself stumble does not hold up the others", async () => {
  const desk = await aDesk();
  await desk.receive("one", "two");
  const replay = (id: number, options: { isDryRun: boolean }) => {
    if (id === 1) throw new Error("a fault of ours");
    return desk.interpreter.replay(id, options);
  };
  startReplay(desk.db, { notificationIds: ["1", "2"], dryRun: false }, DANA);
  const job = new ReplayJob(desk.db, { replay });
  jobs.push(job);
  expect(await run(desk, job)).toMatchObject([{ done: 2, changed: 0, stillFailing: 1 }]);
});

test("of nothing that can be replayed there is no replay", async () => {
  const desk = await aDesk();
  const rejected = { receivedMs: NOON, body: Buffer.from("{}"), headers: "{}", sizeBytes: 2, status: 401 };
  recordNotifications(desk.db, [{ ...rejected, signature: "missing", signatureCause: "missing" }]);
  const start = () => startReplay(desk.db, { notificationIds: ["1", "77"], dryRun: true }, DANA);
  expect(start).toThrow("None of these notifications can be replayed");
  expect(await listReplays(desk.db)).toEqual([]);
});

test("no step of it walks what is not part of it", async () => {
  const { db } = await aDesk();
  const plan = (sql: string) =>
    (db.$client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
      .map(({ detail }) => detail)
      .join("; ");
  const failed = `FROM interpretations WHERE outcome = 'failed' AND outcome <> 'applied' AND notification_id > 1 AND notification_id <= 9`;
  expect(plan(`SELECT count(*) ${failed}`)).toMatch(/COVERING INDEX interpretations_outcome \(outcome=\? AND rowid>\?/);
  expect(plan(`SELECT notification_id ${failed} ORDER BY notification_id LIMIT 50`)).not.toMatch(/SCAN|TEMP/);
});
