import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createDeskServer, type ServerLimits } from "./create-desk-server";

const QUICK: ServerLimits = {
  headersMs: 150,
  requestMs: 150,
  uploadMs: 60_000,
  idleMs: 60_000,
  connections: 100,
  checkEveryMs: 20,
};
const HUGE = 64 * 1024 * 1024;
const UPLOAD = "/api/conversations/7/attachments";

let server: Server;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Answers each request, once it is in, with who served it; `/huge` with more than any buffer takes. */
async function listen(limits: Partial<ServerLimits> = {}) {
  const serve =
    (name: string) => (request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => {
      request.resume().on("end", () => response.end(request.url === "/huge" ? Buffer.alloc(HUGE) : name));
      request.on("error", () => {});
    };
  server = createDeskServer(
    { serveWebhook: serve("webhook"), serveNext: serve("next"), publicUrl: "http://localhost", trustedProxies: 0 },
    { ...QUICK, ...limits },
  );
  server.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  /** A connection of its own, and all that came back on it when it was closed. */
  function open(text: string) {
    const socket = connect(port, "127.0.0.1");
    sockets.push(socket);
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
    });
    socket.on("error", () => {});
    socket.write(text);
    const closed = new Promise<string>((resolve) => socket.once("close", () => resolve(received)));
    return { socket, closed, received: () => received };
  }
  return { port, open };
}

const head = (method: string, path: string, headers = "") => `${method} ${path} HTTP/1.1\r\nhost: x\r\n${headers}\r\n`;

describe("whoever is slow loses the connection", () => {
  test.each([
    ["says nothing", ""],
    ["stops within the head", "GET / HTTP/1.1\r\nhost: x\r\nx-slow: "],
    ["stops within the body, at the webhook", `${head("POST", "/api/webhook", "content-length: 10\r\n")}half`],
    ["the same in pieces", `${head("POST", "/webhook", "transfer-encoding: chunked\r\n")}4\r\nhalf\r\n`],
    [
      "stops within the body, at the API",
      `${head("POST", "/api/conversations/7/messages", "content-length: 10\r\n")}half`,
    ],
  ])("who %s", async (_, text) => {
    const { open } = await listen();
    expect(await open(text).closed).not.toContain("200 OK");
  });

  test("who drips a byte at a time gains no time by it", async () => {
    const { open } = await listen();
    const { socket, closed } = open(head("POST", "/api/webhook", "content-length: 1000000\r\n"));
    const drip = setInterval(() => socket.write("x"), 10);
    await closed;
    clearInterval(drip);
  });

  test("who reads nothing of a large answer", async () => {
    const { open } = await listen({ idleMs: 100 });
    const connected = once(server, "connection") as Promise<[Socket]>;
    const { socket, closed } = open(head("GET", "/huge"));
    socket.pause();
    const [ours] = await connected;
    await new Promise((resolve) => ours.once("close", resolve));
    socket.resume();
    expect((await closed).length).toBeLessThan(HUGE);
  });

  test("but not who uploads a file, nor who has sent it whole and waits", async () => {
    const { open } = await listen({ headersMs: 50, requestMs: 50 });
    const upload = open(`${head("POST", UPLOAD, "content-length: 10\r\n")}half`);
    const slow = open(`${head("POST", "/api/webhook", "content-length: 4\r\n")}half`);
    await once(slow.socket, "data");
    await open(`${head("POST", "/api/webhook", "content-length: 10\r\n")}half`).closed;
    upload.socket.write("whole!");
    await once(upload.socket, "data");
    expect(upload.received()).toContain("next");
  });
});

test("no more than so many connections are held", async () => {
  const { open } = await listen({ connections: 2, headersMs: 60_000, requestMs: 60_000 });
  const first = open("GET ");
  const second = open("GET ");
  await Promise.all([once(first.socket, "connect"), once(second.socket, "connect")]);
  expect(await open(head("GET", "/")).closed).toBe("");
  expect([first.socket.destroyed, second.socket.destroyed]).toEqual([false, false]);
});

describe("a body that nothing could take does not reach Next", () => {
  test.each([
    ["a page", head("POST", "/sign-in", "content-length: 20\r\n")],
    ["a page, of unknown length", head("POST", "/inbox", "transfer-encoding: chunked\r\n")],
    ["a page that is only read", head("GET", "/inbox", "content-length: 5\r\n")],
    ["an address that is none", head("PUT", "/nothing", "content-length: 20\r\n")],
    ["a file", head("POST", "/_next/static/x.js", "content-length: 20\r\n")],
    ["the API, announced too large", head("POST", "/api/auth/callback/password", "content-length: 1048577\r\n")],
  ])("%s", async (_, text) => {
    const { open } = await listen();
    const answer = await open(text).closed;
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/content-type: application\/problem\+json/i);
    expect(answer).toContain('"code":"body_too_large"');
    expect(answer).toMatch(/x-content-type-options: nosniff/i);
  });

  test.each([
    ["a page without one", head("POST", "/sign-in", "content-length: 0\r\nconnection: close\r\n"), "next"],
    ["the API", `${head("POST", "/api/x", "content-length: 2\r\nconnection: close\r\n")}{}`, "next"],
    [
      "the webhook, which looks itself",
      `${head("POST", "/api/webhook", "content-length: 2\r\nconnection: close\r\n")}{}`,
      "webhook",
    ],
  ])("but %s goes on", async (_, text, served) => {
    const { open } = await listen();
    expect(await open(text).closed).toMatch(new RegExp(`200 OK[\\s\\S]*${served}`));
  });
});

describe("what is no request of ours does not reach Next", () => {
  test.each([
    ["another method", "TRACE /api/me HTTP/1.1", 405],
    ["the server as a whole", "OPTIONS * HTTP/1.1", 400],
    ["a whole address, as a proxy is asked", "GET http://elsewhere.example.test/inbox HTTP/1.1", 400],
    ["a path that is not UTF-8", "GET /api/conversations/%ff HTTP/1.1", 400],
    ["half an escape", "GET /inbox/% HTTP/1.1", 400],
  ])("%s", async (_, line, status) => {
    const { open } = await listen();
    const answer = await open(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`).closed;
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [\\s\\S]*application/problem\\+json`, "i"));
    expect(answer).toMatch(/x-content-type-options: nosniff/i);
  });
});
