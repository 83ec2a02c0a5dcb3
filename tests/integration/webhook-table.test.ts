import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../support/eventually";
import { postSigned, type RawAnswer, rawRequest, signature } from "../support/signed-post";
import { type Desk, startDesk } from "../support/start-desk";

/** What the webhook answers, row by row, on both mounts: in front of Next, and as Next's own route. */
const MAX_BYTES = 100_000;
const env = { WEBHOOK_MAX_BODY_BYTES: String(MAX_BYTES), LOG_LEVEL: "fatal" };
const mounts: Record<string, Desk> = {};

beforeAll(async () => {
  const simulatorUrl = "http://localhost:9";
  mounts["server.ts"] = await startDesk({ simulatorUrl, env });
  mounts["next start"] = await startDesk({ simulatorUrl, env, mount: "next" });
});
afterAll(async () => {
  for (const desk of Object.values(mounts)) await desk.dispose();
});

type Row = { name: string; call: (url: string, desk: Desk) => Promise<RawAnswer>; expected: Partial<RawAnswer> };

const handshake = (query: Record<string, string>) => (url: string) =>
  rawRequest(`${url}?${new URLSearchParams(query)}`, { method: "GET" });
const post =
  (body: string, headers?: Record<string, string>) =>
  (url: string, { settings }: Desk) =>
    postSigned(url, settings.appSecret, body, headers);

const message = '{"object":"page","entry":[{"id":"1","time":1790000000456,"messaging":[{"message":{"mid":"m_1"}}]}]}';
const RECEIVED = { status: 200, body: "EVENT_RECEIVED", contentType: "text/plain" };
const UNAUTHORIZED = { status: 401, body: "Unauthorized", contentType: "text/plain" };

const rows: Row[] = [
  {
    name: "handshake with the right token echoes the challenge, also one that is no number",
    call: (url, { settings }) =>
      handshake({
        "hub.challenge": "CHALLENGE_ACCEPTED",
        "hub.mode": "subscribe",
        "hub.verify_token": settings.verifyToken,
      })(url),
    expected: { status: 200, body: "CHALLENGE_ACCEPTED", contentType: "text/plain" },
  },
  {
    name: "handshake with another token",
    call: handshake({ "hub.mode": "subscribe", "hub.challenge": "1", "hub.verify_token": "wrong" }),
    expected: { status: 403, body: "Forbidden" },
  },
  {
    name: "handshake without parameters",
    call: handshake({}),
    expected: { status: 400, body: "Bad Request" },
  },
  {
    name: "handshake without a challenge",
    call: handshake({ "hub.mode": "subscribe", "hub.verify_token": "wrong" }),
    expected: { status: 400 },
  },
  { name: "a signed notification of a Page", call: post(message), expected: RECEIVED },
  { name: "of Instagram", call: post(message.replace('"page"', '"instagram"')), expected: RECEIVED },
  { name: "with its keys in another order", call: post('{"entry":[],"object":"page"}'), expected: RECEIVED },
  { name: "that is not JSON", call: post("not json"), expected: RECEIVED },
  { name: "that is empty", call: post(""), expected: RECEIVED },
  { name: "of no known shape", call: post('{"hello":[1,2,3]}'), expected: RECEIVED },
  {
    name: "the odd body of Meta's smoke test",
    call: post('{"object":"page","entry":[{"messaging":[{"message":"TEST_MESSAGE"}]}]}'),
    expected: RECEIVED,
  },
  {
    name: "of another object",
    call: post('{"object":"user","entry":[]}'),
    expected: { status: 404, body: "Not Found" },
  },
  {
    name: "of another object, the keys in another order",
    call: post('{"entry":[],"object":"user"}'),
    expected: { status: 404 },
  },
  {
    name: "signed by another secret",
    call: (url) => postSigned(url, "another-secret", message),
    expected: UNAUTHORIZED,
  },
  { name: "without a signature", call: (url) => rawRequest(url, { body: message }), expected: UNAUTHORIZED },
  {
    name: "with a signature of another body",
    call: (url, { settings }) =>
      rawRequest(url, {
        body: message,
        headers: { "x-hub-signature-256": signature(`${message} `, settings.appSecret) },
      }),
    expected: UNAUTHORIZED,
  },
  {
    name: "with SHA-1 only",
    call: (url) => rawRequest(url, { body: message, headers: { "x-hub-signature": "sha1=00" } }),
    expected: UNAUTHORIZED,
  },
  { name: "at the size limit", call: post(message.padEnd(MAX_BYTES)), expected: RECEIVED },
  {
    name: "over the size limit, told beforehand",
    call: post(message.padEnd(MAX_BYTES + 1)),
    expected: { status: 413, body: "Payload Too Large" },
  },
  {
    name: "over the size limit, in chunks",
    call: post(message.padEnd(MAX_BYTES + 1), { "transfer-encoding": "chunked" }),
    expected: { status: 413, body: "Payload Too Large" },
  },
  {
    name: "a method of no use",
    call: (url) => rawRequest(url, { method: "DELETE" }),
    expected: { status: 405, allow: "GET, POST", body: "Method Not Allowed" },
  },
];

describe.each(["/api/webhook", "/webhook"])("%s", (path) => {
  test.each(rows)("$name: the same on both mounts", async ({ call, expected }) => {
    const answers = await Promise.all(Object.values(mounts).map((desk) => call(`${desk.url}${path}`, desk)));
    const [first, second] = answers;
    expect(first).toMatchObject(expected);
    expect(second).toEqual(first);
  });
});

test("what was answered 200 or 404 is kept byte for byte; of the rest a sample", async () => {
  for (const desk of Object.values(mounts)) {
    const odd = Buffer.from([0xff, 0x00, 0x7b, 0x22]);
    const { status } = await rawRequest(`${desk.url}/api/webhook`, {
      headers: { "x-hub-signature-256": signature(odd, desk.settings.appSecret) },
      body: odd,
    });
    expect(status).toBe(200);
    const db = new Database(desk.databasePath, { readonly: true });
    const waiting =
      "SELECT count(*) AS n FROM notifications n WHERE signature = 'valid' AND NOT EXISTS (SELECT 1 FROM interpretations WHERE notification_id = n.id)";
    await eventually(async () => expect(db.prepare(waiting).get()).toEqual({ n: 0 }));
    expect(db.prepare("SELECT body FROM notifications ORDER BY id DESC LIMIT 1").get()).toEqual({ body: odd });
    const kept = db
      .prepare(`SELECT n.status, ifnull(i.outcome, 'rejected') AS outcome, count(*) AS n FROM notifications n
           LEFT JOIN interpretations i ON i.notification_id = n.id GROUP BY 1, 2 ORDER BY 1, 2`)
      .all();
    db.close();
    // 2 parked: the Page and the account of the rows above are not linked. Each row ran under two addresses.
    expect(kept).toMatchObject(
      [
        { status: 200, outcome: "applied" },
        { status: 200, outcome: "duplicate" },
        { status: 200, outcome: "pending", n: 2 },
        { status: 200, outcome: "unreadable" },
        { status: 404, outcome: "unreadable", n: 4 },
        { status: 401, outcome: "rejected", n: 8 },
      ].sort((a, b) => a.status - b.status),
    );
  }
});
