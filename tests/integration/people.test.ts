import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person, Session } from "@/lib/api/schemas/people";
import { DeskClient } from "../support/desk-client";
import { eventually } from "../support/eventually";
import { CASA_VERDE, HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { SseClient } from "../support/sse-client";
import { aColleague, anApiKey, PASSWORD } from "../support/staff";

/** What those who are in may do, and how quickly that changes. */
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES, CASA_VERDE] });
});
afterAll(() => owned?.end());

const people = async () => (await owned.client.get<{ people: Person[] }>("/api/people")).body.people;
const me = (client: DeskClient) => client.get<{ user: { id: string; name: string; role: string } }>("/api/me");
const change = (id: string, role: string, pageIds?: string[]) =>
  owned.client.put(`/api/people/${id}`, { role, hasAllPages: pageIds === undefined, pageIds: pageIds ?? [] });

describe("a place at the desk", () => {
  test("changes with the next request: role and Pages", async () => {
    const { client, id } = await aColleague(owned, { role: "agent" });
    expect((await client.get("/api/notifications")).status).toBe(403);
    expect((await change(id, "developer", [HARBOR_BIKES])).status).toBe(204);
    expect((await client.get("/api/notifications")).status).toBe(200);
    const { body } = await client.get<{ pages: { id: string }[] }>("/api/pages");
    expect(body.pages.map((page) => page.id)).toEqual([HARBOR_BIKES]);
  });

  test("ends with the next request, and on what is open, keys included; and begins again", async () => {
    const { client, id, email } = await aColleague(owned, { role: "admin" });
    const key = await anApiKey(client, { role: "admin" });
    const open = (headers: Record<string, string>) => SseClient.open(`${owned.desk.url}/api/stream`, headers);
    const streams = await Promise.all([open({ cookie: client.cookieHeader }), open(key.headers)]);
    expect((await owned.client.post(`/api/people/${id}/deactivate`)).status).toBe(204);
    expect((await me(client)).status).toBe(401);
    expect((await fetch(`${owned.desk.url}/api/me`, { headers: key.headers })).status).toBe(401);
    // That it takes less than a second is held by lib/live/event-stream.test.ts, on a clock of its own.
    await Promise.all(streams.map(({ ended }) => ended));
    expect(await new DeskClient(owned.desk).signInWithPassword(email, PASSWORD)).toBe(false);
    expect((await owned.client.post(`/api/people/${id}/reactivate`)).status).toBe(204);
    expect((await me(client)).status).toBe(401);
    expect(await new DeskClient(owned.desk).signInWithPassword(email, PASSWORD)).toBe(true);
  });

  test("of an owner is changed by an owner only", async () => {
    const dana = (await people()).find(({ name }) => name === "Dana Demo") as Person;
    const admin = await aColleague(owned, { role: "admin" });
    const refused = { status: 403, body: { code: "not_allowed" } };
    expect(await admin.client.post(`/api/people/${dana.id}/deactivate`)).toMatchObject(refused);
    const agent = { role: "agent", hasAllPages: true, pageIds: [] };
    expect(await admin.client.put(`/api/people/${admin.id}`, { ...agent, role: "owner" })).toMatchObject(refused);
    expect(await owned.client.put(`/api/people/${dana.id}`, agent)).toMatchObject(refused);
  });

  test("of the last owner cannot be taken away, whoever is quicker", async () => {
    const desk = await startOwnedDesk({ pageIds: [] });
    try {
      const { body } = await me(desk.client);
      expect(await desk.client.post(`/api/people/${body.user.id}/deactivate`)).toMatchObject({
        status: 403,
        body: { code: "not_allowed", detail: expect.stringContaining("You are the only owner") },
      });
      const second = await aColleague(desk, { role: "owner" });
      const answers = await Promise.all([
        desk.client.post(`/api/people/${second.id}/deactivate`),
        second.client.post(`/api/people/${body.user.id}/deactivate`),
      ]);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      const left = answers[0]?.status === 204 ? desk.client : second.client;
      const { body: list } = await left.get<{ people: Person[] }>("/api/people");
      const owners = list.people.filter(({ role, deactivatedAt }) => role === "owner" && deactivatedAt === null);
      expect(owners).toHaveLength(1);
    } finally {
      await desk.end();
    }
  });
});

describe("sessions", () => {
  test("are listed with device and time, and end one by one or all but this", async () => {
    const { client, email } = await aColleague(owned, { role: "agent" });
    const others = [new DeskClient(owned.desk), new DeskClient(owned.desk), new DeskClient(owned.desk)] as const;
    for (const other of others) expect(await other.signInWithPassword(email, PASSWORD)).toBe(true);
    const list = async () => (await client.get<{ sessions: Session[] }>("/api/me/sessions")).body.sessions;
    const sessions = await list();
    expect(sessions).toHaveLength(4);
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    expect(sessions[0]).toMatchObject({
      ip: expect.stringMatching(/^(127\.0\.0\.1|::1)$/),
      userAgent: expect.any(String),
    });
    const one = sessions.find(({ isCurrent }) => !isCurrent) as Session;
    expect((await client.delete(`/api/me/sessions/${one.id}`)).status).toBe(204);
    expect(await list()).toHaveLength(3);
    expect(await client.delete("/api/me/sessions")).toMatchObject({ body: { ended: 2 } });
    for (const other of others) expect((await me(other)).status).toBe(401);
    expect((await me(client)).status).toBe(200);
  });

  test("of others cannot be ended by guessing their id", async () => {
    const [one, other] = [await aColleague(owned, { role: "agent" }), await aColleague(owned, { role: "agent" })];
    const { body } = await one.client.get<{ sessions: Session[] }>("/api/me/sessions");
    const id = body.sessions[0]?.id;
    expect((await other.client.delete(`/api/me/sessions/${id}`)).status).toBe(404);
    expect((await me(one.client)).status).toBe(200);
  });

  test("elsewhere end with a new password, which needs the old one", async () => {
    const { client, email } = await aColleague(owned, { role: "agent" });
    const elsewhere = new DeskClient(owned.desk);
    await elsewhere.signInWithPassword(email, PASSWORD);
    const set = (current: string) => client.put("/api/me/password", { current, password: "another long password" });
    expect(await set("wrong")).toMatchObject({ status: 422, body: { errors: [{ path: "current" }] } });
    expect((await set(PASSWORD)).status).toBe(204);
    expect((await me(elsewhere)).status).toBe(401);
    expect((await me(client)).status).toBe(200);
    expect(await new DeskClient(owned.desk).signInWithPassword(email, PASSWORD)).toBe(false);
  });
});

describe("an API key", () => {
  test("needs no cookie and no Origin, does what its role and Pages allow, and ends when it is revoked", async () => {
    const { key, id, headers } = await anApiKey(owned.client, { role: "agent", pageIds: [CASA_VERDE], name: "Bot" });
    const get = async (path: string, init: RequestInit = {}) => {
      const response = await fetch(`${owned.desk.url}${path}`, { ...init, headers });
      return { status: response.status, body: (await response.json()) as { pages?: { id: string }[] } };
    };
    expect((await get("/api/pages")).body.pages).toMatchObject([{ id: CASA_VERDE }]);
    expect((await get("/api/notifications")).status).toBe(403);
    expect((await get("/api/api-keys", { method: "POST" })).status).toBe(403);
    const listed = await owned.client.get<{ apiKeys: { id: string; lastUsedAt: number | null }[] }>("/api/api-keys");
    expect(listed.body.apiKeys.find((each) => each.id === id)).toMatchObject({
      lastUsedAt: expect.any(Number),
      hint: key.slice(-4),
      obstacle: null,
    });
    expect(JSON.stringify(listed.body)).not.toContain(key);
    expect((await owned.client.delete(`/api/api-keys/${id}`)).status).toBe(204);
    expect((await get("/api/pages")).status).toBe(401);
  });

  test("is never more than its maker, then and later", async () => {
    const { client, id } = await aColleague(owned, { role: "developer", pageIds: [CASA_VERDE] });
    const make = (role: string, pageIds: string[]) =>
      client.post("/api/api-keys", { name: "x", role, hasAllPages: pageIds.length === 0, pageIds });
    for (const refused of [make("admin", [CASA_VERDE]), make("developer", []), make("developer", [HARBOR_BIKES])]) {
      expect(await refused).toMatchObject({ status: 403, body: { code: "not_allowed" } });
    }
    const { headers } = await anApiKey(client, { role: "developer", pageIds: [CASA_VERDE] });
    const pages = async () => {
      const response = await fetch(`${owned.desk.url}/api/pages`, { headers });
      return response.ok ? ((await response.json()) as { pages: unknown[] }).pages.length : response.status;
    };
    expect(await pages()).toBe(1);
    await change(id, "developer", [HARBOR_BIKES]);
    expect(await pages()).toBe(0);
    await change(id, "agent");
    expect(await pages()).toBe(401);
  });
});

describe("the audit log", () => {
  type Entries = { entries: { action: string; userName: string | null; ip: string | null; detail: unknown }[] };
  const audit = async (query = "") => (await owned.client.get<Entries>(`/api/audit-log?${query}`)).body.entries;

  test("tells who changed what, from what to what, and from where; never a secret", async () => {
    const { id } = await aColleague(owned, { role: "agent", name: "Audited One" });
    await change(id, "developer", [CASA_VERDE]);
    const { key } = await anApiKey(owned.client, { role: "developer", name: "Audited key" });
    await eventually(async () =>
      expect((await audit("action=api_key.created"))[0]).toMatchObject({ detail: { name: "Audited key" } }),
    );
    expect((await audit("action=user.changed"))[0]).toMatchObject({
      userName: "Dana Demo",
      ip: expect.stringMatching(/./),
      detail: {
        before: { role: "agent", pages: "all" },
        after: { role: "developer", pages: [CASA_VERDE] },
      },
    });
    const everything = JSON.stringify(await audit("limit=200"));
    for (const secret of [key, PASSWORD, owned.desk.settings.setupToken]) expect(everything).not.toContain(secret);
  });

  test("can be taken away as a file that a spreadsheet cannot be tricked with", async () => {
    await anApiKey(owned.client, { role: "developer", name: '=HYPERLINK("https://evil.example.test")' });
    const response = await owned.client.fetch(`${owned.desk.url}/api/audit-log/export?format=csv`);
    expect(response.headers.get("content-disposition")).toContain("attachment");
    const csv = await response.text();
    const rows = csv.trim().split("\r\n");
    expect(rows[0]).toBe("at,userName,action,pageId,target,detail,ip,apiKeyName");
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.slice(1).every((row) => /^"\d{4}-/.test(row))).toBe(true);
    expect(csv).not.toMatch(/(^|,)"?=/m);
  });
});
