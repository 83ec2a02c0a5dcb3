import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { GraphClient, type GraphRequest } from "./graph-client";

const TOKEN = "EAAG-page-token";
const fetched = vi.spyOn(globalThis, "fetch");
afterEach(() => fetched.mockReset());

const graph = new GraphClient({ baseUrl: "https://graph.test", version: "v26.0", appId: "1", appSecret: "app-secret" });
const answer = z.object({ message_id: z.string() });
const send = (more: Partial<GraphRequest<z.infer<typeof answer>>> = {}) =>
  graph.call({ method: "POST", path: "20/messages", token: TOKEN, json: { a: 1 }, answer, ...more });

const broken = (cause: object) => Object.assign(new TypeError("fetch failed"), { cause });
const code = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

const TROUBLE: [what: string, error: Error, mayHaveArrived: boolean][] = [
  ["nobody listens", broken(code("ECONNREFUSED", { syscall: "connect" })), false],
  ["none of its addresses listens", broken(new AggregateError([code("ENETUNREACH"), code("ECONNREFUSED")])), false],
  ["no name", broken(code("ENOTFOUND", { syscall: "getaddrinfo" })), false],
  ["no name server", broken(code("EAI_AGAIN", { syscall: "getaddrinfo" })), false],
  ["no connection in time", broken(code("UND_ERR_CONNECT_TIMEOUT")), false],
  ["no network", broken(code("ENETUNREACH", { syscall: "connect" })), false],
  ["no way there", broken(code("EHOSTUNREACH", { syscall: "connect" })), false],
  ["a certificate that has expired", broken(code("CERT_HAS_EXPIRED")), false],
  ["a certificate of somebody else's", broken(code("ERR_TLS_CERT_ALTNAME_INVALID")), false],
  ["a connection that breaks", broken(code("ECONNRESET", { syscall: "read" })), true],
  ["a way that is lost meanwhile", broken(code("EHOSTUNREACH", { syscall: "write" })), true],
  ["the other side closes", broken(code("UND_ERR_SOCKET")), true],
  ["no answer in time", new DOMException("timed out", "TimeoutError"), true],
  ["anything else", new Error("?"), true],
];
test.each(TROUBLE)("%s: whether the request may have arrived is told", async (_, error, mayHaveArrived) => {
  fetched.mockRejectedValue(error);
  await expect(send()).rejects.toMatchObject({ name: "GraphUnavailableError", mayHaveArrived });
});

test.each([
  ["HTML with 200", new Response("<html>", { status: 200 })],
  ["HTML with 502", new Response("<html>", { status: 502 })],
  ["nothing", new Response("")],
  ["JSON of another shape", Response.json({ success: true })],
  ["an answer with a status that says no", Response.json({ message_id: "m_1" }, { status: 500 })],
])("%s is no answer, and the request may have arrived", async (_, response) => {
  fetched.mockResolvedValue(response);
  await expect(send()).rejects.toMatchObject({ name: "GraphUnavailableError", mayHaveArrived: true });
});

test.each([200, 400, 500])("a refusal is one with status %d as well, and holds no token", async (status) => {
  const error = { message: `no ${TOKEN} app-secret`, code: "10", error_subcode: 2018278, fbtrace_id: "A" };
  fetched.mockResolvedValue(Response.json({ error }, { status }));
  const refusal = await send().catch((caught: unknown) => caught);
  expect(refusal).toMatchObject({ name: "GraphError", code: 10, subcode: 2018278, fbtraceId: "A", httpStatus: status });
  expect(String(refusal)).not.toMatch(/EAAG|app-secret/);
});

test("usage is told of every answer, taken or refused", async () => {
  const headers = { "x-app-usage": '{"call_count":1}', "x-page-usage": "{}", "x-fb-rev": "1" };
  const told: object[] = [];
  const onUsage = (usage: object) => void told.push(usage);
  fetched.mockResolvedValueOnce(Response.json({ message_id: "m_1" }, { headers }));
  expect(await send({ onUsage })).toEqual({ message_id: "m_1" });
  fetched.mockResolvedValueOnce(Response.json({ error: { message: "no", code: 4 } }, { headers }));
  await send({ onUsage }).catch(() => undefined);
  fetched.mockResolvedValueOnce(new Response("<html>", { headers }));
  await send({ onUsage }).catch(() => undefined);
  const usage = { "x-app-usage": '{"call_count":1}', "x-page-usage": "{}" };
  expect(told).toEqual([usage, usage, usage]);
});

test("the token goes in the header, and the URL holds only its proof", async () => {
  fetched.mockResolvedValue(Response.json({ message_id: "m_1" }));
  await send({ query: { platform: "messenger" } });
  const [url, init] = fetched.mock.calls[0] ?? [];
  expect(String(url)).toMatch(
    /^https:\/\/graph\.test\/v26\.0\/20\/messages\?platform=messenger&appsecret_proof=[0-9a-f]{64}$/,
  );
  expect(init).toMatchObject({ method: "POST", redirect: "error", body: '{"a":1}' });
  expect(init?.headers).toMatchObject({ authorization: `Bearer ${TOKEN}`, "content-type": "application/json" });
});
