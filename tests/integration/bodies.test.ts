import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startOwnedDesk } from "../support/owned-desk";

/** Every way a body can come in, and what it meets when there is too much of it. */
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [], env: { LOG_LEVEL: "fatal" } });
});
afterAll(() => owned?.end());

const KILOBYTE = 1024;
const PIECE = Buffer.alloc(16 * KILOBYTE, "a");
/** More than any of them takes. */
const ENDLESS = 64 * KILOBYTE * KILOBYTE;

type Sent = { status: number; answer: string; sentBytes: number };

/** Sends a body in pieces without saying how long it will be, until it is answered or the connection ends. */
async function pour(path: string, headers: Record<string, string> = {}, method = "POST"): Promise<Sent> {
  const socket = connect(owned.desk.port, "127.0.0.1");
  socket.on("error", () => {});
  let answer = "";
  let sentBytes = 0;
  const closed = new Promise<void>((resolve) => void socket.once("close", resolve));
  const answered = Promise.race([closed, new Promise<void>((resolve) => void socket.once("data", () => resolve()))]);
  const isWhole = new Promise<void>((resolve) => {
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      if (isWholeAnswer(answer)) resolve();
    });
  });
  let isOver = false;
  void answered.then(() => {
    isOver = true;
  });
  await once(socket, "connect");
  const lines = Object.entries({ host: "x", "transfer-encoding": "chunked", ...headers });
  socket.write(
    `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n`,
  );
  while (!isOver && sentBytes < ENDLESS && socket.writable) {
    const hasRoom = socket.write(`${PIECE.length.toString(16)}\r\n${PIECE}\r\n`);
    sentBytes += PIECE.length;
    if (!hasRoom) await Promise.race([answered, once(socket, "drain").catch(() => {})]);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.race([isWhole, closed]);
  socket.destroy();
  return { status: Number(answer.slice(9, 12)), answer, sentBytes };
}

function isWholeAnswer(answer: string): boolean {
  const [head = "", ...rest] = answer.split("\r\n\r\n");
  const [, length] = /content-length: (\d+)/i.exec(head) ?? [];
  if (length !== undefined) return rest.join("\r\n\r\n").length >= Number(length);
  return answer.endsWith("\r\n0\r\n\r\n");
}

const form = { "content-type": "application/x-www-form-urlencoded" };
const json = { "content-type": "application/json" };
const signedIn = () => ({ cookie: owned.client.cookieHeader, origin: owned.desk.url });

describe("an endless body is refused before much of it is in", () => {
  test.each<[where: string, path: string, status: number, headers?: Record<string, string>]>([
    ["next-auth signing in", "/api/auth/signin/facebook", 413, form],
    ["next-auth taking a password", "/api/auth/callback/password", 413, form],
    ["the same as JSON", "/api/auth/callback/password", 413, json],
    ["next-auth signing out", "/api/auth/signout", 413, form],
    ["next-auth, an action that is none", "/api/auth/_log", 413, json],
    ["Meta's data deletion callback", "/api/facebook/data-deletion", 413, form],
    ["Meta's deauthorise callback", "/api/facebook/deauthorize", 413, form],
    ["an address of the API that is none", "/api/nothing", 404],
    ["the API without a session", "/api/pages", 401, json],
    ["the webhook", "/api/webhook", 413, { ...json, "x-hub-signature-256": `sha256=${"0".repeat(64)}` }],
    ["a page", "/sign-in", 413, form],
    ["a page, as a form with files", "/inbox", 413, { "content-type": "multipart/form-data; boundary=x" }],
    ["a page, as an action of Next's", "/inbox", 413, { "next-action": "0".repeat(40), "content-type": "text/plain" }],
    ["a file", "/icon.svg", 413],
    ["an address that is none", "/nothing", 413],
  ])("%s", async (_, path, status, headers) => {
    const sent = await pour(path, headers);
    expect(sent.status).toBe(status);
    // What is on its way in the buffers of both sides comes on top of the limit.
    expect(sent.sentBytes).toBeLessThan(32 * KILOBYTE * KILOBYTE);
  });

  test.each([
    ["a change of the API", "POST", "/api/pages"],
    ["another", "PUT", "/api/settings/privacy"],
  ])("%s by somebody signed in", async (_, method, path) => {
    const sent = await pour(path, { ...json, ...signedIn() }, method);
    expect(sent.status).toBe(413);
    expect(sent.answer).toContain('"code":"body_too_large"');
  });

  test("what is only read takes none", async () => {
    expect((await pour("/sign-in", {}, "GET")).status).toBe(413);
    expect([401, 413]).toContain((await pour("/api/me", {}, "GET")).status);
  });
});

test("after all of that the desk answers as before", async () => {
  expect(await owned.client.get("/api/me")).toMatchObject({ status: 200 });
});

test.each(["/api/health", "/nothing-here", "//nothing-here", "/api/webhook"])(
  "who asks for a WebSocket at %s is answered, and holds no connection open",
  async (path) => {
    const socket = connect(owned.desk.port, "127.0.0.1");
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 (?!101)\d{3} /);
    socket.destroy();
  },
);
