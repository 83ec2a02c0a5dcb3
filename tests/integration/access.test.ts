import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DeskClient } from "../support/desk-client";
import { startOwnedDesk } from "../support/owned-desk";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [] });
});
afterAll(() => owned?.end());

const SAM = "9000000000000002";
type Spec = { paths: Record<string, Record<string, { "x-permission": string | null }>> };

/** Every operation of the API, as it describes itself, with ids of nothing. */
async function operations() {
  const { body } = await owned.client.get<Spec>("/api/openapi.json");
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, "999999"),
      isOpen: operation["x-permission"] === null,
    })),
  );
}

async function call(client: DeskClient, { method, path }: { method: string; path: string }) {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (client.origin) headers.origin = client.origin;
  const response = await client.fetch(`${owned.desk.url}${path}`, { method, headers });
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) await response.body?.cancel();
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    text: response.ok ? "" : await response.text(),
  };
}

describe("every route of the API", () => {
  test("answers 401 without a session", async () => {
    for (const operation of (await operations()).filter(({ isOpen }) => !isOpen)) {
      const { status, type, text } = await call(new DeskClient(owned.desk), operation);
      expect({ ...operation, status, type }).toMatchObject({ status: 401, type: "application/problem+json" });
      expect(JSON.parse(text)).toMatchObject({ code: "no_session", status: 401 });
    }
  });

  test("answers 403 not_invited to somebody who signed in without an invitation", async () => {
    const stranger = new DeskClient(owned.desk);
    await stranger.signIn({ person: SAM });
    for (const operation of (await operations()).filter(({ isOpen }) => !isOpen)) {
      const { status, text } = await call(stranger, operation);
      expect({ ...operation, status }).toMatchObject({ status: 403 });
      expect(JSON.parse(text)).toMatchObject({ code: "not_invited" });
    }
  });

  test.each([null, "https://evil.example.test", "null"])(
    "that changes something refuses the Origin %s",
    async (origin) => {
      const { cookieHeader } = owned.client;
      for (const { method, path } of (await operations()).filter((operation) => operation.method !== "GET")) {
        const headers = { cookie: cookieHeader, ...(origin === null ? {} : { origin }) };
        const response = await fetch(`${owned.desk.url}${path}`, { method, headers });
        expect({ method, path, status: response.status }).toMatchObject({ status: 403 });
        expect(await response.json()).toMatchObject({ code: "foreign_origin" });
      }
    },
  );

  test("is described in openapi.json", async () => {
    const { readdirSync } = await import("node:fs");
    const files = readdirSync("app/api", { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith("route.ts"),
    );
    const described = new Set((await operations()).map(({ path }) => path));
    const own = files
      .map((file) => `/api/${file.replace("/route.ts", "").replace(/\[\w+\]/g, "999999")}`)
      .filter((path) => !path.includes("[...") && path !== "/api/webhook");
    expect(own.filter((path) => !described.has(path))).toEqual([]);
  });
});

describe("bad input", () => {
  const problem = (status: number, code: string) => ({ status, body: { status, code, type: "about:blank" } });

  test("an address of the API that does not exist", async () => {
    expect(await owned.client.get("/api/nothing/here")).toMatchObject(problem(404, "not_found"));
    expect(await owned.client.get("/api/conversations/1e3")).toMatchObject(problem(404, "not_found"));
    expect(await owned.client.get("/api/notifications/7")).toMatchObject(problem(404, "not_found"));
  });

  test("names the field, and what it should be", async () => {
    const answer = await owned.client.post("/api/pages", { pageIds: [] });
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid_input", errors: [{ path: "pageIds" }] } });
    expect(await owned.client.get("/api/conversations?limit=500")).toMatchObject({
      status: 422,
      body: { errors: [{ path: "limit" }] },
    });
    expect(await owned.client.get("/api/conversations?cursor=nonsense")).toMatchObject({
      status: 422,
      body: { errors: [{ path: "cursor" }] },
    });
  });

  test("a body that is no JSON, or far too large", async () => {
    const send = async (body: string) => {
      const headers = { origin: owned.desk.url, "content-type": "application/json" };
      const response = await owned.client.fetch(`${owned.desk.url}/api/pages`, { method: "POST", headers, body });
      return { status: response.status, ...((await response.json()) as { code: string }) };
    };
    expect(await send("{")).toMatchObject({ status: 422, code: "invalid_input" });
    expect(await send(" ".repeat(300_000))).toMatchObject({ status: 413, code: "body_too_large" });
  });
});

describe("sessions", () => {
  test("only the first with the set-up token becomes owner", async () => {
    const late = new DeskClient(owned.desk);
    await late.signIn({ person: SAM, setupToken: owned.desk.settings.setupToken });
    expect(await late.get("/api/me")).toMatchObject({ status: 403, body: { code: "not_invited" } });
    expect(await owned.client.get("/api/me")).toMatchObject({ body: { user: { name: "Dana Demo", role: "owner" } } });
  });

  test("end with signing out, also for a copy of the cookie", async () => {
    const client = new DeskClient(owned.desk);
    await client.signIn({ person: "9000000000000001" });
    const copy = client.cookieHeader;
    expect((await client.get("/api/me")).status).toBe(200);
    const { body } = await client.get<{ csrfToken: string }>("/api/auth/csrf");
    const form = new URLSearchParams({ csrfToken: body.csrfToken });
    await client.fetch(`${owned.desk.url}/api/auth/signout`, { method: "POST", body: form });
    const response = await fetch(`${owned.desk.url}/api/me`, { headers: { cookie: copy } });
    expect(response.status).toBe(401);
  });

  test("a cookie that was made up is no session", async () => {
    const cookie = "next-auth.session-token=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.BBBB.CCCC";
    const response = await fetch(`${owned.desk.url}/api/me`, { headers: { cookie } });
    expect(response.status).toBe(401);
  });
});
