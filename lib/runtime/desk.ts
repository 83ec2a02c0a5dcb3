import "server-only";
import { hasOwner } from "@/lib/auth/user-queries";
import { type Db, getDb } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { ErasureJob } from "@/lib/erasure/erasure-job";
import { getGraph } from "@/lib/graph/graph";
import { Changes } from "@/lib/inbox/changes";
import { CheckJob } from "@/lib/jobs/check-job";
import { FieldJobWorker } from "@/lib/jobs/field-job-worker";
import { ProfileJob } from "@/lib/jobs/profile-job";
import { ReEncryptJob } from "@/lib/jobs/re-encrypt-job";
import { SearchIndexJob } from "@/lib/jobs/search-index-job";
import { SweepJob } from "@/lib/jobs/sweep-job";
import { LiveBus } from "@/lib/live/live-bus";
import { log } from "@/lib/log";
import { Interpreter } from "@/lib/notifications/interpreter";
import { ReplayJob } from "@/lib/notifications/replay-job";
import { RetryJob } from "@/lib/notifications/retry-job";
import { onGlobal } from "@/lib/on-global";
import { LookupJob } from "@/lib/outbox/lookup-job";
import { OutboxWorker } from "@/lib/outbox/outbox-worker";
import { RetentionJob } from "@/lib/retention/retention-job";
import { findWeakSecrets } from "@/lib/secrets/find-weak-secrets";
import { WebhookEndpoint } from "@/lib/webhook/webhook-endpoint";
import { SignOfLife } from "@/lib/webhook-failures/sign-of-life";
import { WebhookFailureLedger } from "@/lib/webhook-failures/webhook-failure-ledger";

/** Everything that runs beside requests, once a process. */
export type Desk = {
  db: Db;
  bus: LiveBus;
  webhook: WebhookEndpoint;
  failures: WebhookFailureLedger;
  life: SignOfLife;
  interpreter: Interpreter;
  retries: RetryJob;
  replays: ReplayJob;
  outbox: OutboxWorker;
  lookups: LookupJob;
  fieldJobs: FieldJobWorker;
  checks: CheckJob;
  profiles: ProfileJob;
  search: SearchIndexJob;
  sweep: SweepJob;
  erasure: ErasureJob;
  retention: RetentionJob;
  reEncrypt: ReEncryptJob;
  publish: (changes: Changes) => void;
};

/** The running desk. Started by `server.ts`, or by Next's instrumentation where Next is the server. */
export function getDesk(): Desk {
  return onGlobal("desk", startDesk);
}

function startDesk(): Desk {
  const env = getEnv();
  log.level = env.LOG_LEVEL;
  for (const { setting, message } of findWeakSecrets(env)) log.warn({ setting }, `${setting} ${message}`);
  const db = getDb();
  const bus = new LiveBus();
  const publish = (changes: Changes) => {
    bus.publish(changes);
    if (changes.hasNewPeople) profiles.wake();
    if (changes.createdMessages.size > 0 || changes.notifications.size > 0) search.wake();
  };
  const checks = new CheckJob(db, getGraph(), publish);
  const checkSoon = (pageId: string) => checks.checkSoon(pageId);
  const profiles = new ProfileJob(db, getGraph(), publish, checkSoon);
  const lookups = new LookupJob(db, getGraph(), { publish, checkSoon, unitMs: env.OUTBOX_RETRY_MS });
  const outbox = new OutboxWorker(db, getGraph(), {
    publish,
    checkSoon,
    onUnconfirmed: () => lookups.wake(),
    pace: {
      textPerSecond: env.OUTBOX_TEXT_PER_SECOND,
      mediaPerSecond: env.OUTBOX_MEDIA_PER_SECOND,
      retryMs: env.OUTBOX_RETRY_MS,
    },
  });
  const fieldJobs = new FieldJobWorker(db, getGraph(), publish);
  const interpreter = new Interpreter(db, {
    appId: env.FACEBOOK_APP_ID,
    encryptionKeys: env.ENCRYPTION_KEY,
    publish,
    onFailures: () => retries.wake(),
  });
  const retries = new RetryJob(db, interpreter);
  const search = new SearchIndexJob(db, () => interpreter.isBusy);
  const replays = new ReplayJob(db, interpreter);
  const failures = new WebhookFailureLedger(db, (pageIds) => {
    const changes = new Changes();
    for (const pageId of pageIds) changes.pages.add(pageId);
    publish(changes);
  });
  const life = new SignOfLife(db);
  const sweep = new SweepJob(db, publish);
  const erasure = new ErasureJob(db, publish);
  const retention = new RetentionJob(db, publish);
  const reEncrypt = new ReEncryptJob(db, env.ENCRYPTION_KEY, publish);
  const webhook = new WebhookEndpoint(
    db,
    {
      verifyToken: env.FACEBOOK_VERIFY_TOKEN,
      appSecrets: env.FACEBOOK_APP_SECRET,
      allowSha1: env.WEBHOOK_ALLOW_SHA1,
      maxBodyBytes: env.WEBHOOK_MAX_BODY_BYTES,
    },
    failures,
    {
      onAccepted: () => interpreter.wake(),
      onStored: (id, durationMs) => interpreter.noteDuration(id, durationMs),
    },
  );
  life.start(Date.now());
  outbox.recover();
  interpreter.wake(); // What was accepted before the process ended.
  retries.wake();
  outbox.wake();
  profiles.wake();
  search.wake();
  replays.wake();
  fieldJobs.wake();
  checks.start();
  sweep.start();
  retention.start();
  erasure.wake();
  reEncrypt.start();
  return {
    db,
    bus,
    webhook,
    failures,
    life,
    interpreter,
    retries,
    replays,
    outbox,
    lookups,
    fieldJobs,
    checks,
    profiles,
    search,
    sweep,
    erasure,
    retention,
    reEncrypt,
    publish,
  };
}

/** Ends streams and workers, and leaves one tidy database file. What is queued goes on at the next start. */
export function stopDesk(desk: Desk): void {
  desk.bus.close();
  desk.interpreter.stop();
  desk.retries.stop();
  desk.replays.stop();
  desk.outbox.stop();
  desk.lookups.stop();
  desk.fieldJobs.stop();
  desk.checks.stop();
  desk.profiles.stop();
  desk.search.stop();
  desk.sweep.stop();
  desk.erasure.stop();
  desk.retention.stop();
  desk.reEncrypt.stop();
  desk.failures.close();
  desk.life.stop(Date.now());
  desk.db.$client.pragma("wal_checkpoint(TRUNCATE)");
  desk.db.$client.close();
}

/** True while nobody owns the desk: whoever presents the set-up token at sign-in becomes the owner. */
export async function needsOwner({ db }: Desk): Promise<boolean> {
  return !(await hasOwner(db));
}
