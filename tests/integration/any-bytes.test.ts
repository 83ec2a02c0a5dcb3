import Database from "better-sqlite3";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ODD_BODIES } from "../../simulator/odd-bodies/odd-bodies";
import { residentMegabytes } from "../bench/accept/resident-megabytes";
import { ANA, aMessage, NOON, notification, PAGE } from "../support/build-notification";
import { eventually } from "../support/eventually";
import { anyBytes } from "../support/generate-oddities";
import { startOwnedDesk } from "../support/owned-desk";
import { signature } from "../support/signed-post";

/** Any bytes at all with a right signature: an answer of the table in docs/architecture.md, and life goes on. */
let world: Awaited<ReturnType<typeof startOwnedDesk>>;

/** With so little to work in, V8 keeps no garbage worth counting; whatever took more would end the process. */
const HEAP_MEGABYTES = 192;

beforeAll(async () => {
  const env = { LOG_LEVEL: "fatal", NODE_OPTIONS: `--max-old-space-size=${HEAP_MEGABYTES}` };
  world = await startOwnedDesk({ pageIds: [PAGE], env });
});
afterAll(() => world.end());

const MEGABYTE = 1024 * 1024;
/** Just below the limit of 5 MiB. */
const LARGEST = 5 * MEGABYTE - 200;
const MOST_MEGABYTES_MORE = 250;

/** Status of the answer. */
async function post(body: Buffer | string): Promise<number> {
  const bytes = Buffer.from(body);
  const { appSecret } = world.desk.settings;
  const headers = { "content-type": "application/json", "x-hub-signature-256": signature(bytes, appSecret) };
  const answer = await fetch(`${world.desk.url}/api/webhook`, { method: "POST", headers, body: bytes });
  expect(await answer.text()).toBe(ANSWERS[answer.status]);
  return answer.status;
}

const ANSWERS: Record<number, string> = { 200: "EVENT_RECEIVED", 404: "Not Found", 413: "Payload Too Large" };
const entry = (items: string) => `{"object":"page","entry":[{"id":"${PAGE}","time":${NOON},"messaging":[${items}]}]}`;
const message = (members: string) =>
  `{"sender":{"id":"${ANA}"},"recipient":{"id":"${PAGE}"},"timestamp":${NOON},"message":{${members}}}`;
const times = (count: number, item: string) => Array(count).fill(item).join(",");

const HUGE: [name: string, body: () => Buffer | string, status: number][] = [
  ["as many open brackets as fit", () => "[".repeat(LARGEST), 200],
  ["as many open objects as fit", () => '{"a":'.repeat(LARGEST / 5), 200],
  ["lists in lists, as deep as fits", () => "[".repeat(LARGEST / 2) + "]".repeat(LARGEST / 2), 200],
  [
    "a message with as deep a value as fits",
    () => entry(message(`"mid":"m_deep","x":${"[".repeat(2e6)}${"]".repeat(2e6)}`)),
    200,
  ],
  ["a million empty items", () => entry(times(1_000_000, "{}")), 200],
  ["a million entries", () => `{"object":"page","entry":[${times(1_000_000, "{}")}]}`, 200],
  ["a million numbers for entries", () => `{"object":"page","entry":[${times(1_000_000, "1")}]}`, 200],
  ["as many items as are read, each of them empty", () => entry(times(5_000, "{}")), 200],
  ["one more than that", () => entry(times(5_001, message('"mid":"m_same","text":"x"'))), 200],
  ["a text as long as fits", () => entry(message(`"mid":"m_long","text":"${"long ".repeat(1_000_000)}"`)), 200],
  ["a text of escapes only", () => entry(message(`"mid":"m_esc","text":"${"\\u65e5".repeat(800_000)}"`)), 200],
  ["a mid as long as fits", () => entry(message(`"mid":"${"m".repeat(LARGEST - 500)}","text":"x"`)), 200],
  [
    "a person whose id is as long as fits",
    () => entry(message('"mid":"m_p"').replace(ANA, "7".repeat(LARGEST - 500))),
    200,
  ],
  [
    "a million keys",
    () => `{"object":"page","entry":[],${Array.from({ length: 350_000 }, (_, n) => `"k${n}":1`)}}`,
    200,
  ],
  [
    "a quarter of a million attachments",
    () => entry(message(`"mid":"m_att","attachments":[${times(250_000, '{"type":"image"}')}]`)),
    200,
  ],
  ["a number of a million digits", () => entry(message(`"mid":"m_num","app_id":${"9".repeat(1_000_000)}`)), 200],
  ["an object whose name is as long as fits", () => `{"object":"${"p".repeat(LARGEST - 100)}","entry":[]}`, 404],
  ["more than is taken", () => Buffer.alloc(5 * MEGABYTE + 1, "["), 413],
];

const BEA = "7000000000000077";
let aliveCount = 0;

/** The next normal message is accepted, applied and shown. */
async function expectAlive(): Promise<void> {
  aliveCount += 1;
  const text = `Still here: ${aliveCount}`;
  const item = aMessage({ mid: `m_alive_${aliveCount}`, text, psid: BEA, atMs: NOON + aliveCount });
  expect(await post(JSON.stringify(notification(item)))).toBe(200);
  await eventually(async () => {
    const { body } = await world.client.get<{ conversations: { psid: string; preview: string }[] }>(
      "/api/conversations",
    );
    expect(body.conversations.find(({ psid }) => psid === BEA)?.preview).toBe(text);
  });
}

test("the odd bodies of the simulator", async () => {
  for (const [name, odd] of Object.entries(ODD_BODIES)) {
    if (odd.signature !== undefined || odd.toSignedBody !== undefined || name === "oversized") continue;
    const status = await post(odd.toBody({ pageId: PAGE, psid: ANA, atMs: NOON }));
    expect(status, name).toBe(name === "foreign-object" ? 404 : 200);
  }
  await expectAlive();
});

test("random and mutated bodies", async () => {
  await fc.assert(
    fc.asyncProperty(anyBytes(), async (body) => {
      expect([200, 404]).toContain(await post(body));
    }),
    { numRuns: 500 },
  );
  await expectAlive();
});

test("bodies made to take memory and time", async () => {
  const pid = world.desk.pid();
  const before = residentMegabytes(pid);
  for (const [name, toBody, status] of HUGE) {
    // A connection that is closed while we still send may take the answer with it.
    const answer = status === 413 ? post(toBody()).catch(() => 413) : post(toBody());
    expect(await answer, name).toBe(status);
    await expectAlive();
  }
  expect(world.desk.pid()).toBe(pid);
  await eventually(async () => expect(residentMegabytes(pid) - before).toBeLessThan(MOST_MEGABYTES_MORE));
}, 120_000);

test("all of it is kept byte for byte and has an outcome, and none failed", async () => {
  const db = new Database(world.desk.databasePath, { readonly: true });
  const outcomes = db
    .prepare(
      `SELECT i.outcome, count(*) AS n FROM notifications n LEFT JOIN interpretations i ON i.notification_id = n.id
       WHERE n.signature = 'valid' GROUP BY 1 ORDER BY 1`,
    )
    .all() as { outcome: string }[];
  const largest = db.prepare("SELECT max(length(body)) AS size FROM notifications").get();
  db.close();
  expect(largest).toEqual({ size: LARGEST });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["applied", "duplicate", "pending", "unreadable"]);
});
