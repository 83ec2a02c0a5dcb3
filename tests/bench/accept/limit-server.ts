import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Database from "better-sqlite3";
import { announceServer } from "./announce-server";

/**
 * The limit: the least that a webhook can do which verifies, and loses nothing that it has answered. Bare `node:http`,
 * HMAC-SHA256, one row appended, fsync before the answer; requests of one turn of the event loop share a transaction.
 */
const [databasePath = "", appSecret = ""] = process.argv.slice(2);
const db = new Database(databasePath);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("CREATE TABLE notifications (id INTEGER PRIMARY KEY, received_ms INTEGER NOT NULL, body BLOB NOT NULL)");
const insert = db.prepare("INSERT INTO notifications (received_ms, body) VALUES (?, ?)");
const insertAll = db.transaction((bodies: Buffer[]) => {
  for (const body of bodies) insert.run(Date.now(), body);
});

let waiting: { body: Buffer; response: ServerResponse }[] = [];

function commit() {
  const batch = waiting;
  waiting = [];
  insertAll(batch.map(({ body }) => body));
  for (const { response } of batch) answer(response, 200, "EVENT_RECEIVED");
}

function answer(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, { "content-type": "text/plain", "content-length": text.length }).end(text);
}

function isSigned(request: IncomingMessage, body: Buffer) {
  const given = Buffer.from(String(request.headers["x-hub-signature-256"]));
  const expected = Buffer.from(`sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    if (!isSigned(request, body)) return answer(response, 401, "Unauthorized");
    if (waiting.push({ body, response }) === 1) setImmediate(commit);
  });
});

announceServer(server);
