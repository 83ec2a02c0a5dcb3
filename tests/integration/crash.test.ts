import { Agent } from "node:http";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMessage, anEcho, NOON, notification, PAGE } from "../support/build-notification";
import type { DeskClient } from "../support/desk-client";
import { eventually } from "../support/eventually";
import { startOwnedDesk } from "../support/owned-desk";
import { postUntilGone } from "../support/post-until-gone";

/**
 * `npm run crash-test` sets the first, and the second to go through a failure again: the moments of the kills are counts
 * of answers, so the same seed kills after the same numbers of them.
 */
const KILLS = Number(process.env.CRASH_KILLS ?? 5);
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
const CONNECTIONS = 8;
const MOST_ANSWERS = 1_200;
const PEOPLE = 7;

let world: Awaited<ReturnType<typeof startOwnedDesk>>;

beforeAll(async () => {
  world = await startOwnedDesk({ pageIds: [PAGE], env: { LOG_LEVEL: "fatal" } });
});
afterAll(() => world.end());

/** Park and Miller's generator: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A message of one of a few people, and now and then an answer with it. */
function toBody(index: number): string {
  const atMs = NOON + index;
  const said = aMessage({
    mid: `m_${index}`,
    text: `Message ${index}`,
    psid: `70000000000000${10 + (index % PEOPLE)}`,
    atMs,
  });
  const answers = index % 5 === 0 ? [anEcho({ mid: `m_${index}_echo`, text: `Answer ${index}`, atMs })] : [];
  return JSON.stringify(notification(said, ...answers));
}

async function listShownMids(client: DeskClient): Promise<string[]> {
  const { body } = await client.get<{ conversations: { id: string }[] }>("/api/conversations?limit=200");
  const mids: string[] = [];
  for (const { id } of body.conversations) {
    let cursor: string | null = "";
    while (cursor !== null) {
      type Page = { messages: { mid: string }[]; nextCursor: string | null };
      const path: string = `/api/conversations/${id}/messages?limit=200${cursor && `&cursor=${cursor}`}`;
      const page: Page = (await client.get<Page>(path)).body;
      mids.push(...page.messages.map(({ mid }) => mid));
      cursor = page.nextCursor;
    }
  }
  return mids;
}

test(
  `killed ${KILLS} times at random moments under load: what was answered 200 is there once (seed ${SEED})`,
  async () => {
    const { desk, client } = world;
    const random = randomFrom(SEED);
    const acknowledged = new Set<string>();
    let unanswered: string[] = [];
    let next = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const killAfter = 1 + Math.floor(random() * MOST_ANSWERS);
      // What had no answer is sent again first, as Meta does: half of it is there already.
      const again = unanswered;
      unanswered = [];
      let answers = 0;
      const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
      await postUntilGone({
        url: `${desk.url}/api/webhook`,
        appSecret: desk.settings.appSecret,
        agent,
        connections: CONNECTIONS,
        nextBody: () => again.pop() ?? toBody(next++),
        onAnswer: (body, status) => {
          if (status !== 200) throw new Error(`Answered ${status}`);
          for (const mid of listMids(body)) acknowledged.add(mid);
          answers += 1;
          if (answers === killAfter) void desk.stop("SIGKILL");
        },
        onNoAnswer: (body) => unanswered.push(body),
      });
      unanswered.push(...again);
      agent.destroy();
      await desk.restart();
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS);

    // Nothing waits any more, and nothing is there twice: not in the tables, and not on a screen.
    await eventually(async () => expect(read(desk.databasePath).waiting).toBe(0));
    const { mids, isIntact, failed } = read(desk.databasePath);
    expect({ isIntact, failed }).toEqual({ isIntact: "ok", failed: 0 });
    expect(mids).toHaveLength(new Set(mids).size);
    const shown = await listShownMids(client);
    expect([...shown].sort()).toEqual([...mids].sort());
    const here = new Set(shown);
    expect([...acknowledged].filter((mid) => !here.has(mid))).toEqual([]);
    // What is there and was never answered 200 was on its way when the process died.
    const inFlight = new Set(unanswered.flatMap(listMids));
    expect(shown.filter((mid) => !acknowledged.has(mid) && !inFlight.has(mid))).toEqual([]);
  },
  60_000 + KILLS * 20_000,
);

function listMids(body: string): string[] {
  const { entry } = JSON.parse(body) as { entry: { messaging: { message: { mid: string } }[] }[] };
  return entry.flatMap(({ messaging }) => messaging.map(({ message }) => message.mid));
}

function read(path: string) {
  const db = new Database(path, { readonly: true });
  const count = (sql: string) => (db.prepare(sql).get() as { n: number }).n;
  const state = {
    waiting: count(
      "SELECT count(*) AS n FROM notifications WHERE id > (SELECT ifnull(max(position), 0) FROM progress WHERE name = 'interpreter')",
    ),
    failed: count("SELECT count(*) AS n FROM interpretations WHERE outcome NOT IN ('applied', 'duplicate')"),
    unread: count("SELECT sum(unread_count) AS n FROM conversations"),
    received: count("SELECT count(*) AS n FROM messages WHERE direction = 'in'"),
    isIntact: db.pragma("integrity_check", { simple: true }),
    mids: (db.prepare("SELECT mid FROM messages").all() as { mid: string }[]).map(({ mid }) => mid),
  };
  db.close();
  return state;
}
