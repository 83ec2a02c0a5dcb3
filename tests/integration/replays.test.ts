import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Replay } from "@/lib/api/schemas/replays";
import { eventually } from "../support/eventually";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { postSigned, rawRequest } from "../support/signed-post";

/** Sending many notifications through again, over HTTP: a parser that stumbles is played by a trigger in the database. */
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES], env: { LOG_LEVEL: "fatal" } });
});
afterAll(() => owned?.end());

const NOON = 1_790_000_000_000;
let mids = 0;

async function receive(texts: readonly string[]) {
  const { desk } = owned;
  const send = (text: string) => {
    mids += 1;
    const item = {
      sender: { id: "7000000000000009" },
      recipient: { id: HARBOR_BIKES },
      timestamp: NOON + mids,
      message: { mid: `m_replays_${mids}`, text },
    };
    const entry = { id: HARBOR_BIKES, time: NOON + mids, messaging: [item] };
    return postSigned(
      `${desk.url}/api/webhook`,
      desk.settings.appSecret,
      JSON.stringify({ object: "page", entry: [entry] }),
    );
  };
  const answers = await Promise.all(texts.map(send));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await eventually(async () => expect(read("interpretations")).toBe(read("notifications WHERE signature = 'valid'")));
}

const read = (what: string): number =>
  withDatabase((db) => (db.prepare(`SELECT count(*) AS n FROM ${what}`).get() as { n: number }).n);
const isPoisoned = "text LIKE '%poison%'";
const poison = () =>
  withDatabase((db) =>
    db.exec(
      `CREATE TRIGGER poison BEFORE INSERT ON messages WHEN NEW.${isPoisoned} BEGIN SELECT RAISE(ABORT, 'poison'); END`,
    ),
  );
/** The parser is mended, and the desk has given up on trying by itself: from here on only a person does. */
const mend = () =>
  withDatabase((db) => db.exec("UPDATE interpretation_retries SET due_ms = NULL; DROP TRIGGER poison"));

function withDatabase<T>(work: (db: Database.Database) => T): T {
  const db = new Database(owned.desk.databasePath, { timeout: 5_000 });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const start = async (body: Record<string, unknown>) => {
  const answer = await owned.client.post<{ replay: Replay }>("/api/replays", body);
  expect(answer).toMatchObject({ status: 202, body: { replay: { status: "running", startedBy: "Dana Demo" } } });
  return answer.body.replay;
};
const get = async (id: string) => (await owned.client.get<{ replay: Replay }>(`/api/replays/${id}`)).body.replay;
const ended = (id: string) =>
  eventually(async () => {
    const found = await get(id);
    expect(found.status).not.toBe("running");
    return found;
  });

describe("all that failed since", () => {
  test("is tried first, then done, and changes only what is missing", async () => {
    poison();
    await receive(["fine", ...Array.from({ length: 40 }, (_, i) => `poison ${i}`)]);
    expect(read(`messages WHERE ${isPoisoned}`)).toBe(0);
    const before = await ended((await start({ since: 0, dryRun: true })).id);
    expect(before).toMatchObject({ isDryRun: true, total: 40, done: 40, changed: 0, stillFailing: 40, since: 0 });
    mend();
    const dry = await ended((await start({ since: 0, dryRun: true })).id);
    expect(dry).toMatchObject({ total: 40, done: 40, changed: 40, stillFailing: 0 });
    expect(read(`messages WHERE ${isPoisoned}`)).toBe(0);
    const real = await ended((await start({ since: 0 })).id);
    expect(real).toMatchObject({ isDryRun: false, status: "done", total: 40, changed: 40, stillFailing: 0 });
    expect(read(`messages WHERE ${isPoisoned}`)).toBe(40);
    expect(await ended((await start({ since: 0 })).id)).toMatchObject({ total: 0, done: 0, changed: 0 });
    expect(read("messages WHERE text = 'fine'")).toBe(1);
  });

  test("goes on after a power cut", async () => {
    poison();
    await receive(Array.from({ length: 400 }, (_, i) => `poison again ${i}`));
    mend();
    const { id } = await start({ since: 0 });
    await eventually(async () => expect(read(`messages WHERE text LIKE 'poison again%'`)).toBeGreaterThan(0));
    await owned.desk.restart("SIGKILL");
    expect(await ended(id)).toMatchObject({ status: "done", total: 400, done: 400, stillFailing: 0 });
    expect(read(`messages WHERE text LIKE 'poison again%'`)).toBe(400);
  });
});

describe("a selection", () => {
  test("counts what is here and signed, once each; replaying it doubles nothing", async () => {
    await rawRequest(`${owned.desk.url}/api/webhook`, { body: "{}" });
    const forged = withDatabase((db) => db.prepare("SELECT id FROM notifications WHERE signature <> 'valid'").get());
    const before = read("messages");
    const notificationIds = ["1", "2", "2", "nonsense", "99999999", String((forged as { id: number }).id)];
    const { id, total } = await start({ notificationIds });
    expect(total).toBe(2);
    expect(await ended(id)).toMatchObject({ done: 2, changed: 0, stillFailing: 0, since: null });
    expect(read("messages")).toBe(before);
    const { body } = await owned.client.get<{ replays: Replay[]; nextCursor: null }>("/api/replays");
    expect(body.replays[0]).toMatchObject({ id });
    expect(body.nextCursor).toBeNull();
  });

  test("has to be one", async () => {
    const invalid = { status: 422, body: { code: "invalid_input" } };
    expect(await owned.client.post("/api/replays", {})).toMatchObject(invalid);
    expect(await owned.client.post("/api/replays", { notificationIds: ["1"], since: 0 })).toMatchObject(invalid);
    expect(await owned.client.post("/api/replays", { notificationIds: ["99999999"] })).toMatchObject(invalid);
    expect(await owned.client.get("/api/replays/99999999")).toMatchObject({ status: 404 });
  });
});

test("a replay can be cancelled, once", async () => {
  const { id } = await start({ notificationIds: ["1"], dryRun: true });
  await ended(id);
  const over = { status: 409, body: { code: "replay_ended" } };
  expect(await owned.client.post(`/api/replays/${id}/cancel`)).toMatchObject(over);
  expect(await owned.client.post("/api/replays/99999999/cancel")).toMatchObject({ status: 404 });
  const ids = withDatabase((db) => db.prepare("SELECT id FROM notifications WHERE signature = 'valid'").pluck().all());
  const { id: long } = await start({ notificationIds: ids.map(String), dryRun: true });
  const answer = await owned.client.post<{ replay: Replay }>(`/api/replays/${long}/cancel`);
  if (answer.status === 200) expect(answer.body.replay).toMatchObject({ status: "cancelled" });
  else expect(answer).toMatchObject(over);
  const { status, done, total } = await ended(long);
  expect(status === "cancelled" || done === total).toBe(true);
});
