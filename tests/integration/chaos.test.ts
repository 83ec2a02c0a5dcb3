import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeliveryError, DeliveryErrorList } from "@/lib/api/schemas/delivery-errors";
import type { Message } from "@/lib/api/schemas/inbox";
import type { AcceptedSend } from "../../simulator/state/simulator-state";
import { type AskedThread, askForAll, listReplies, startThreads } from "../support/asked-threads";
import { eventually } from "../support/eventually";
import { countFired, listBlindRepeats, listSendCalls } from "../support/fired-faults";
import { MortalDesk } from "../support/mortal-desk";
import { startOwnedDesk } from "../support/owned-desk";

/** With 10 people this is the whole chaos of 2,000 sends. */
const PEOPLE = 5;
const REPLIES = 10;
const PAGES = 20;
const SENDS = PAGES * PEOPLE * REPLIES;
const KILLS = 5;
const CONNECTIONS = 20;
const SEED = 20_261_121;

/** Manages a franchise of many Pages. */
const MANY = "9000000000000003";
const PAGE_IDS = Array.from({ length: PAGES }, (_, index) => `2000000000${10_001 + index}`);
/** Their echoes never come: only a look at Facebook's conversation tells what became of a lost answer. */
const WITHOUT_ECHOES = PAGE_IDS.slice(0, 4);
/** One person of each of these Pages has blocked it. */
const BLOCKED = PAGE_IDS.slice(-2);

let world: Awaited<ReturnType<typeof startOwnedDesk>>;

beforeAll(async () => {
  const env = { LOG_LEVEL: "fatal", GRAPH_TIMEOUT_MS: "500", OUTBOX_RETRY_MS: "20" };
  world = await startOwnedDesk({ pageIds: [], env });
  world.sim.set({ accountsPageSize: 100 });
  await world.client.consent({ person: MANY });
  const fields = ["messages", "message_deliveries"];
  await link({ pageIds: WITHOUT_ECHOES, fields });
  await link({ pageIds: PAGE_IDS.filter((id) => !WITHOUT_ECHOES.includes(id)), fields: [...fields, "message_echoes"] });
});
afterAll(() => world?.end());

async function link(input: { pageIds: string[]; fields: string[] }): Promise<void> {
  const { body } = await world.client.post<{ results: { ok: boolean }[] }>("/api/pages", input);
  expect(body.results.filter(({ ok }) => ok)).toHaveLength(input.pageIds.length);
}

/** From now on everything goes wrong now and then. What could not be told to a killed desk comes late, shuffled or never. */
function unleash(): void {
  const { sim } = world;
  sim.faults.byChance({ rate: 0.15, seed: SEED, regainMinutes: 0.005 });
  sim.set({ echoJitterMs: 1_500, laterRetriesMs: [5_000], backlog: "shuffle", backlogLosesEvery: 5 });
  for (const pageId of BLOCKED) sim.person("Person 0", pageId).blocks();
}

/** Waits until nothing is to be sent any more, and then, in calm weather, until nothing is to be read or looked up. */
async function settle(): Promise<void> {
  const { sim, desk } = world;
  const db = new Database(desk.databasePath, { readonly: true });
  const isNone = (sql: string) => eventually(async () => expect(db.prepare(sql).all()).toEqual([]));
  await isNone("SELECT message_id FROM outbox WHERE state IN ('waiting', 'sending')");
  sim.faults.byChance(null);
  await sim.settled();
  await isNone("SELECT id FROM notifications WHERE id > (SELECT position FROM progress WHERE name = 'interpreter')");
  await isNone("SELECT message_id FROM outbox WHERE next_lookup_ms IS NOT NULL");
  db.close();
}

/** What the desk says of a message that is not so; null: it tells the truth. */
function findLie({ status, mid }: Message, taken: AcceptedSend | undefined): string | null {
  if (taken === undefined) {
    return (status === "failed" || status === "unconfirmed") && mid === null
      ? null
      : `never went out, and is ${status}`;
  }
  if (!["sent", "delivered", "read"].includes(status)) return `went out, and is ${status}`;
  return mid === taken.mid ? null : "went out, and is taken for another message";
}

async function listErrors(query: string): Promise<DeliveryError[]> {
  const errors: DeliveryError[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const path: string = `/api/delivery-errors?limit=200&${query}${cursor && `&cursor=${cursor}`}`;
    const { body } = await world.client.get<DeliveryErrorList>(path);
    errors.push(...body.errors);
    cursor = body.nextCursor;
  }
  return errors;
}

test(`${SENDS} sends over ${PAGES} Pages while everything fails now and then and the desk is killed ${KILLS} times: each goes out once, or says truthfully that it did not (seed ${SEED})`, async () => {
  const { sim, client } = world;
  const threads = await startThreads(world, { pageIds: PAGE_IDS, people: PEOPLE, replies: REPLIES });
  const desk = new MortalDesk(world.desk);
  unleash();
  await askForAll(threads, { client, desk, kills: KILLS, connections: CONNECTIONS, seed: SEED });
  await settle();

  // Nothing went out twice, and nothing was sent blindly again.
  const accepted = sim.accepted();
  const calls = listSendCalls(sim);
  expect(listTwice(accepted.map(({ text }) => text))).toEqual([]);
  expect(listTwice(accepted.map(({ metadata }) => metadata))).toEqual([]);
  expect(listBlindRepeats(calls)).toEqual([]);

  // What was asked for is there once, says what became of it, and went out in the order of asking.
  const taken = new Map(accepted.map((send) => [send.text, send]));
  const shown = new Map<string, Message>();
  for (const thread of threads) {
    const texts = thread.asked.map(({ text }) => text);
    const replies = await listReplies(client, thread);
    expect(replies.map(({ text }) => text).sort()).toEqual([...texts].sort());
    const lies = replies.map((reply) => ({ text: reply.text, lie: findLie(reply, taken.get(reply.text)) }));
    expect(lies.filter(({ lie }) => lie !== null)).toEqual([]);
    expect(listSentIn(thread, accepted)).toEqual(texts.filter((text) => taken.has(text)));
    for (const reply of replies) shown.set(reply.id, reply);
  }

  // And it was chaos indeed.
  const unknown = await listErrors("cause=unknown_outcome");
  const found = unknown.filter(({ messageId }) => shown.get(messageId ?? "")?.mid != null);
  const fired = countFired(calls);
  const chaos = {
    ...fired,
    unanswered: desk.unanswered,
    killedWhileSending: unknown.filter(({ message }) => message.includes("stopped")).length,
    foundOut: found.length,
    lookedUp: found.filter(({ pageId }) => WITHOUT_ECHOES.includes(pageId)).length,
    unconfirmed: [...shown.values()].filter(({ status }) => status === "unconfirmed").length,
    failed: [...shown.values()].filter(({ status }) => status === "failed").length,
    retried: calls.length - new Set(calls.map(({ key }) => key)).size,
    lostNotifications: sim.remarks().filter(({ code }) => code === "notifications_lost").length,
  };
  expect(desk.kills).toBe(KILLS);
  expect(Object.entries(chaos).filter(([, times]) => times === 0)).toEqual([]);
}, 180_000);

function listTwice<T>(all: readonly T[]): T[] {
  return all.filter((one, index) => all.indexOf(one) !== index);
}

function listSentIn({ pageId, psid }: AskedThread, accepted: readonly AcceptedSend[]): (string | null)[] {
  return accepted.filter((send) => send.pageId === pageId && send.psid === psid).map(({ text }) => text);
}
