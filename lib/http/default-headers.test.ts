import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { giveDefaultHeaders, toDefaultHeaders } from "./default-headers";

async function answerOf(answer: RequestListener): Promise<Headers> {
  const server = createServer((request, response) => {
    giveDefaultHeaders(response, { "x-one": "default", "x-two": "default" });
    answer(request, response);
  }).listen(0);
  await once(server, "listening");
  const { headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  server.close();
  return headers;
}

test.each<[how: string, answer: RequestListener]>([
  ["an object", (_, response) => response.writeHead(200, { "X-One": "own" }).end()],
  ["an object behind a message", (_, response) => response.writeHead(200, "Fine", { "X-One": "own" }).end()],
  ["one by one", (_, response) => response.setHeader("X-One", "own").end()],
  ["one by one, the head written apart", (_, response) => void response.setHeader("X-One", "own").writeHead(200).end()],
])("what an answer says itself, as %s, stands, and only the rest is added", async (_, answer) => {
  const headers = await answerOf(answer);
  expect([headers.get("x-one"), headers.get("x-two")]).toEqual(["own", "default"]);
});

test("an answer that says nothing gets all of them", async () => {
  const headers = await answerOf((_, response) => response.end());
  expect([headers.get("x-one"), headers.get("x-two")]).toEqual(["default", "default"]);
});

test("only what is no page gets the policy that allows nothing", () => {
  const policy = (url: string) => toDefaultHeaders(url, { isSecure: false })["content-security-policy"];
  for (const url of ["/api/me?x=1", "/webhook", "/api/webhook", "/_next/static/a.js", "/icon.svg", "/x/y.json?z"]) {
    expect(policy(url), url).toBe("default-src 'none'; frame-ancestors 'none'");
  }
  for (const url of ["/", "/inbox", "/sign-in?x=.js", "/apis", "/pages/1.2"]) expect(policy(url), url).toBeUndefined();
});

test("what the API answers is kept by nobody, unless it says otherwise", () => {
  const cached = (url: string) => toDefaultHeaders(url, { isSecure: false })["cache-control"];
  expect(cached("/api/pages/connect?x=1")).toBe("no-store");
  for (const url of ["/webhook", "/_next/static/a.js", "/icon.svg", "/inbox"]) expect(cached(url), url).toBeUndefined();
});
