import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inspectToken } from "./debug-token";
import { GraphClient } from "./graph-client";
import { GraphError, GraphUnavailableError } from "./graph-error";

const TOKEN = "EAAsecret|token&with=signs";
const graph = new GraphClient({ baseUrl: "http://graph.test", version: "v26.0", appId: "88", appSecret: "app-secret" });
let answer: unknown;
let asked: { url: string; method: string | undefined; authorization: string | null; body: URLSearchParams }[];

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", async (url: URL, { method, headers, body }: RequestInit) => {
    const authorization = new Headers(headers).get("authorization");
    asked.push({ url: url.href, method, authorization, body: body as URLSearchParams });
    return Response.json(answer);
  });
});
afterEach(() => vi.unstubAllGlobals());

const toldAs = (data: unknown) => [{ code: 200, headers: [], body: JSON.stringify({ data }) }];

test("the token travels in the body, and stands in no URL", async () => {
  answer = toldAs({
    app_id: "88",
    type: "PAGE",
    is_valid: true,
    expires_at: 1_800_000_000,
    profile_id: 200,
    user_id: "9",
    scopes: ["pages_messaging"],
    granular_scopes: [{ scope: "pages_messaging", target_ids: [200] }, { scope: "pages_show_list" }],
  });
  expect(await inspectToken(graph, TOKEN)).toEqual({
    isValid: true,
    type: "PAGE",
    appId: "88",
    userId: "9",
    profileId: "200",
    expiresAtMs: 1_800_000_000_000,
    scopes: ["pages_messaging"],
    granularScopes: [
      { scope: "pages_messaging", targetIds: ["200"] },
      { scope: "pages_show_list", targetIds: null },
    ],
    error: null,
  });
  const [{ url, method, authorization, body }] = asked as [(typeof asked)[number]];
  expect(method).toBe("POST");
  expect(new URL(url).pathname).toBe("/v26.0/");
  expect(decodeURIComponent(url)).not.toContain(TOKEN);
  expect(url).not.toContain("app-secret");
  expect(authorization).toBe("Bearer 88|app-secret");
  const [operation] = JSON.parse(body.get("batch") ?? "[]");
  expect(operation.method).toBe("GET");
  expect(new URL(operation.relative_url, "http://graph.test").searchParams.get("input_token")).toBe(TOKEN);
});

test("a dead token is an answer, not an error; 0 is no end", async () => {
  const error = { code: 190, subcode: 463, message: "expired" };
  answer = toldAs({ app_id: "88", type: "USER", is_valid: false, expires_at: 0, scopes: [], error });
  expect(await inspectToken(graph, TOKEN)).toMatchObject({
    isValid: false,
    expiresAtMs: null,
    error: { code: 190, subcode: 463 },
  });
});

test("a refusal inside the batch, or of the batch, is Graph's refusal", async () => {
  answer = [{ code: 400, body: JSON.stringify({ error: { message: "(#100) no", code: 100, error_subcode: 33 } }) }];
  await expect(inspectToken(graph, TOKEN)).rejects.toMatchObject({ name: "GraphError", code: 100, subcode: 33 });
  answer = { error: { message: "(#4) slow down", code: 4 } };
  await expect(inspectToken(graph, TOKEN)).rejects.toBeInstanceOf(GraphError);
});

test.each([
  ["timed out", [null]],
  ["no JSON", [{ code: 200, body: "<html>" }]],
  ["nothing of a token", [{ code: 200, body: "{}" }]],
  ["another number of answers", []],
  ["no list", { data: [] }],
])("an answer that cannot be read (%s) is none, and quotes nothing", async (_, given) => {
  answer = given;
  const error = await inspectToken(graph, TOKEN).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(GraphUnavailableError);
  expect(String((error as Error).message)).not.toContain(TOKEN);
});
