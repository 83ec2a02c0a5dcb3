import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { callOwnAddress } from "./call-own-address";

const nowMs = 1_700_000_000_000;

async function withServer(listener: RequestListener, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

test("a desk is known by its health, also by a bad one", () =>
  withServer(
    (_request, response) => response.writeHead(503).end('{"status":"database_unavailable","detail":""}'),
    async (url) => {
      expect(await callOwnAddress(url, nowMs, false)).toMatchObject({ answer: "desk" });
    },
  ));

test.each<[string, RequestListener]>([
  ["something that is not a desk", (_request, response) => response.end("<h1>It works!</h1>")],
  ["a long answer", (_request, response) => response.end(JSON.stringify({ status: "ok", detail: "x".repeat(5_000) }))],
  ["an answer that leads on", (_request, response) => response.writeHead(302, { location: "/elsewhere" }).end()],
])("%s is told from one", (_, listener) =>
  withServer(listener, async (url) => {
    expect(await callOwnAddress(url, nowMs, false)).toMatchObject({ answer: "other" });
  }),
);

test("nobody answers where nothing listens", async () => {
  let gone = "";
  await withServer(
    () => undefined,
    async (url) => {
      gone = url;
    },
  );
  expect(await callOwnAddress(gone, nowMs, false)).toMatchObject({ answer: "none" });
});

test("it calls once a minute at most, unless somebody asks for it", async () => {
  let calls = 0;
  await withServer(
    (_request, response) => {
      calls += 1;
      response.end('{"status":"ok","detail":""}');
    },
    async (url) => {
      await callOwnAddress(url, nowMs, false);
      await callOwnAddress(url, nowMs + 59_999, false);
      expect(calls).toBe(1);
      await callOwnAddress(url, nowMs + 60_000, false);
      await callOwnAddress(url, nowMs + 60_001, true);
      expect(calls).toBe(3);
    },
  );
});
