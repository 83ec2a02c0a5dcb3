import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseBytes, foldLog } from "../support/database-bytes";
import { eventually } from "../support/eventually";
import { postSigned, rawRequest } from "../support/signed-post";
import { type Desk, startDesk } from "../support/start-desk";
import { floodUnsigned } from "../support/unsigned-flood";

/** Anybody can post to the webhook. What Meta has not signed must not get in the way of what it has. */
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk({ simulatorUrl: "http://localhost:9", env: { LOG_LEVEL: "fatal" } });
});
afterAll(() => desk?.dispose());

const MEGABYTE = 1024 * 1024;
const FLOOD = { connections: 16, overMs: 0, halfSent: 40, largeEvery: 40 };
/** Enough to be hindered; more would measure themselves. */
const MOST_SIGNED = 1_000;
let sent = 0;

function postOne() {
  sent += 1;
  const body = `{"object":"page","entry":[{"id":"1","time":1790000000456,"messaging":[{"message":{"mid":"m_${sent}"}}]}]}`;
  return postSigned(`${desk.url}/api/webhook`, desk.settings.appSecret, body);
}

/** Posts signed notifications, a few at once, as long as `work` takes, and at least that many. */
async function postSignedBeside(work: Promise<unknown>, least: number): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  let isOver = false;
  let posted = 0;
  void work.finally(() => {
    isOver = true;
  });
  const one = async () => {
    while (posted < least || !(isOver || posted >= MOST_SIGNED)) {
      posted += 1;
      const { status } = await postOne();
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all([one(), one()]);
  await work;
  return statuses;
}

function query<T>(sql: string): T[] {
  const db = new Database(desk.databasePath, { readonly: true });
  try {
    return db.prepare(sql).all() as T[];
  } finally {
    db.close();
  }
}

const countKept = () =>
  query<{ n: number; bytes: number }>(
    "SELECT count(*) AS n, ifnull(sum(length(body) + length(headers)), 0) AS bytes FROM notifications WHERE signature <> 'valid'",
  )[0] as { n: number; bytes: number };
const countSigned = () =>
  query<{ n: number }>("SELECT count(*) AS n FROM notifications WHERE signature = 'valid'")[0]?.n;

/** The log folded into the file: how much of it is in use would be chance. */
function foldedBytes(): number {
  foldLog(desk.databasePath);
  return databaseBytes(desk.databasePath);
}

async function untilInterpreted() {
  const last =
    "SELECT (SELECT max(id) FROM notifications) = (SELECT position FROM progress WHERE name = 'interpreter') AS isDone";
  await eventually(async () => expect(query(last)).toEqual([{ isDone: 1 }]));
}

describe("10,000 posts that Meta has not signed, as fast as they are answered", () => {
  test("are all refused, while every signed one is taken, and leave hardly anything behind", {
    timeout: 300_000,
  }, async () => {
    const flood = floodUnsigned({ ...FLOOD, port: desk.port, count: 10_000 });
    const before = foldedBytes();
    const statuses = await postSignedBeside(flood, 200);
    const { statuses: refused, cutOff } = await flood;
    await untilInterpreted();
    const signed = statuses[200] ?? 0;
    expect(statuses).toEqual({ 200: signed });
    expect(signed).toBeGreaterThanOrEqual(200);
    expect(countSigned()).toBe(signed);
    expect(Object.keys(refused)).toEqual(["401"]);
    // Who sends a megabyte without a signature may be cut off before reading why; who has a signature is always told.
    expect((refused["401"] ?? 0) + cutOff).toBe(10_000);
    expect(refused["401"]).toBeGreaterThanOrEqual(9_500);
    const grown = foldedBytes() - before;

    // What as many signed ones take by themselves is not the others' doing.
    for (let i = 0; i < signed; i += 2) await Promise.all([postOne(), postOne()]);
    await untilInterpreted();
    const grownAlone = foldedBytes() - before - grown;
    expect(grown - grownAlone).toBeLessThan(5 * MEGABYTE);
    expect(countKept().n).toBeLessThan(200);
  });

  test("leave as little in the write-ahead log, when nothing else is written", async () => {
    const before = foldedBytes();
    await floodUnsigned({ ...FLOOD, port: desk.port, count: 2_000 });
    expect(databaseBytes(desk.databasePath) - before).toBeLessThan(5 * MEGABYTE);
  });

  test("are counted all the same, whether they were looked at or not", async () => {
    const count = "SELECT ifnull(sum(count), 0) AS n FROM webhook_failures WHERE kind = 'rejected'";
    await eventually(async () => expect(query<{ n: number }>(count)[0]?.n).toBeGreaterThanOrEqual(10_000));
  });
});

test("a post without a signature is not read any more, once there were too many from there; a signed one always is", async () => {
  const body = "x".repeat(1_000);
  await Promise.all(Array.from({ length: 130 }, () => rawRequest(`${desk.url}/webhook`, { body })));
  // Its body never comes: the answer does not wait for it.
  const answer = await rawRequest(`${desk.url}/webhook`, {
    headers: { "content-length": "1000000" },
    body: "never the rest",
  });
  expect(answer).toMatchObject({ status: 401, body: "Unauthorized" });
  expect(await postOne()).toMatchObject({ status: 200 });
});
