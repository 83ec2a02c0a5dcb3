import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Db, openDb, prepared } from "@/lib/db/db";
import { GraphClient } from "@/lib/graph/graph-client";
import type { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { recordLinkedPage } from "@/lib/pages/page-queries";
import { encryptPageToken } from "@/lib/pages/page-token";
import { CheckJob } from "./check-job";

const START = 1_795_000_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIELDS = ["messages", "messaging_postbacks"];

let db: Db;
let job: CheckJob;
let calls: { atMs: number; path: string }[];
let published: string[];
/** What Graph answers for a path; undefined: everything is well. */
let answer: (path: string) => { status: number; body: unknown } | undefined;

const ENV = {
  PUBLIC_URL: "https://desk.example.test",
  AUTH_SECRET: "Qm9vK1RzZ3V5dWQ4c2hYdkpQd0xkY0Zn",
  ENCRYPTION_KEY: "q1Zs3nB2m9dQ0uYt7xK5hJ8rVwE4aLcGpXoIiUyTfRs=",
  FACEBOOK_APP_ID: "880011223344556",
  FACEBOOK_APP_SECRET: "5f2c9a7be01d4836a1c7",
  FACEBOOK_VERIFY_TOKEN: "verify",
};

beforeEach(() => {
  for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value);
  log.level = "silent";
  vi.useFakeTimers({ now: START });
  db = openDb(":memory:");
  calls = [];
  published = [];
  answer = () => undefined;
  vi.stubGlobal("fetch", async (url: URL) => {
    const path = url.pathname.replace(/^\/v[\d.]+\//, "");
    calls.push({ atMs: Date.now(), path });
    const { status, body } = answer(path) ?? { status: 200, body: wellAnswer(path) };
    return Response.json(body, { status });
  });
  const graph = new GraphClient({
    baseUrl: "http://graph.test",
    version: "v26.0",
    appId: ENV.FACEBOOK_APP_ID,
    appSecret: ENV.FACEBOOK_APP_SECRET,
  });
  job = new CheckJob(db, graph, (changes: Changes) => published.push(...changes.pages));
});
afterEach(() => {
  job.stop();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

function wellAnswer(path: string): unknown {
  if (path.endsWith("/subscribed_apps")) return { data: [{ id: "880011223344556", subscribed_fields: FIELDS }] };
  if (path.endsWith("/subscriptions")) {
    const callback_url = `${ENV.PUBLIC_URL}/api/webhook`;
    return { data: [{ object: "page", callback_url, active: true, fields: FIELDS.map((name) => ({ name })) }] };
  }
  const data = { is_valid: true, type: "PAGE", app_id: "880011223344556", expires_at: 0, scopes: [] };
  return [{ code: 200, body: JSON.stringify({ data }) }];
}

async function link(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, n) => String(200_000_000_000_001 + n));
  for (const id of ids) {
    await recordLinkedPage(db, {
      id,
      name: `Page ${id}`,
      pictureUrl: null,
      category: null,
      instagramAccountId: null,
      linkedMs: START - HOUR,
      linkedByUserId: null,
      tokenEncrypted: encryptPageToken(id, `EAA${id}`),
      tokenStatus: "valid",
      desiredFields: FIELDS,
      actualFields: FIELDS,
      problems: [],
      checkedMs: null,
    });
  }
  return ids;
}

const checksOf = (id: string) => calls.filter(({ path }) => path === `${id}/subscribed_apps`).map(({ atMs }) => atMs);
const inHours = (hours: number) => vi.advanceTimersByTimeAsync(hours * HOUR);

test("150 Pages for an hour: each every quarter of an hour or so, under a call a second, never in step", async () => {
  const ids = await link(150);
  job.start();
  await inHours(1);
  const [most, least] = [Math.max, Math.min].map((of) => of(...ids.map((id) => checksOf(id).length)));
  expect(least).toBeGreaterThanOrEqual(2);
  expect(most).toBeLessThanOrEqual(6);
  expect(calls.length / 3600).toBeLessThan(0.5);
  const aMinute = new Map<number, number>();
  for (const { atMs } of calls)
    aMinute.set(Math.floor(atMs / MINUTE), (aMinute.get(Math.floor(atMs / MINUTE)) ?? 0) + 1);
  expect(Math.max(...aMinute.values())).toBeLessThan(60);
  // The app itself is looked at once a minute, not once a Page.
  expect(calls.filter(({ path }) => path.endsWith("/subscriptions")).length).toBeLessThanOrEqual(65);
  expect(new Set(published)).toEqual(new Set(ids));
}, 60_000);

test("what became due while the desk was not running is not done at once", async () => {
  await link(150);
  prepared(db, "UPDATE pages SET next_check_ms = ?").run(START - HOUR);
  job.start();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(calls.length).toBeLessThan(20);
});

test("a Page that something seems to be wrong with is looked at within seconds, once a minute at most", async () => {
  const [id] = (await link(3)) as [string];
  prepared(db, "UPDATE pages SET next_check_ms = ?").run(START + HOUR);
  job.start();
  for (let n = 0; n < 20; n += 1) job.checkSoon(id);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(checksOf(id)).toHaveLength(1);
  job.checkSoon(id);
  await vi.advanceTimersByTimeAsync(50_000);
  expect(checksOf(id)).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(checksOf(id)).toHaveLength(2);
});

test("when Meta asks to slow down, everything rests, longer each time, and then goes on", async () => {
  await link(30);
  const tooMany = { error: { message: "(#4) Application request limit reached", code: 4 } };
  answer = () => ({ status: 400, body: tooMany });
  job.start();
  await inHours(2);
  // Without the rests it would be 240 checks.
  expect(calls.filter(({ path }) => path.endsWith("/subscribed_apps")).length).toBeLessThan(30);
  const page = () => db.$client.prepare("SELECT token_status AS status FROM pages WHERE status <> 'valid'").all();
  expect(page()).toEqual([]);
  answer = () => undefined;
  calls = [];
  await inHours(1);
  expect(calls.filter(({ path }) => path.endsWith("/subscribed_apps")).length).toBeGreaterThan(60);
});

test("a Page that cannot be checked keeps no other from its turn, and gets another one", async () => {
  const [bad, good] = (await link(2)) as [string, string];
  prepared(db, "UPDATE pages SET token_encrypted = 'not encrypted' WHERE id = ?").run(bad);
  answer = (path) => (path.startsWith(good) ? undefined : { status: 502, body: "<html>" });
  job.start();
  await inHours(1);
  expect(checksOf(good).length).toBeGreaterThanOrEqual(2);
  const due = db.$client.prepare("SELECT min(next_check_ms) AS ms FROM pages").get() as { ms: number };
  expect(due.ms).toBeGreaterThan(Date.now() - MINUTE);
});

test("an hour after the first refused notification the Page's subscription is looked at", async () => {
  const [id] = (await link(1)) as [string];
  prepared(db, "UPDATE pages SET next_check_ms = ?, checked_ms = ?").run(START + 24 * HOUR, START);
  prepared(
    db,
    "INSERT INTO webhook_clocks (page_id, since_ms, last_ms, count, cause) VALUES (?, ?, ?, 3, 'not_stored')",
  ).run(id, START, START);
  job.start();
  await vi.advanceTimersByTimeAsync(59 * MINUTE);
  expect(checksOf(id)).toEqual([]);
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  expect(checksOf(id)).toHaveLength(1);
});

test("an unlinked Page is left alone", async () => {
  const [id] = (await link(1)) as [string];
  prepared(db, "UPDATE pages SET linked_ms = NULL").run();
  job.checkSoon(id);
  job.start();
  await inHours(1);
  expect(calls).toEqual([]);
});
