import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AvailablePage, LinkPagesResult, Page } from "@/lib/api/schemas/pages";
import { DeskClient } from "../support/desk-client";
import { eventually } from "../support/eventually";
import { CASA_VERDE, DANA, HARBOR_BIKES, NORD_KAFFE, startOwnedDesk } from "../support/owned-desk";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeEach(async () => {
  owned = await startOwnedDesk({ pageIds: [] });
});
afterEach(() => owned?.end());

const pages = async () => (await owned.client.get<{ pages: Page[] }>("/api/pages")).body.pages;
const page = async (id: string) => (await pages()).find((one) => one.id === id);
const available = () => owned.client.get<{ pages: AvailablePage[] }>("/api/pages/available");
const link = async (pageIds: string[], fields?: string[]) =>
  (await owned.client.post<LinkPagesResult>("/api/pages", { pageIds, ...(fields ? { fields } : {}) })).body.results;

test("the picker asks for consent first, then lists every Page, however many result pages there are", async () => {
  expect(await available()).toMatchObject({ status: 409, body: { code: "page_consent_needed" } });
  const many = "9000000000000003";
  expect(await owned.client.consent({ person: many })).toBe(`${owned.desk.url}/pages?connect=done`);
  const { body } = await available();
  expect(body.pages).toHaveLength(150);
  expect(new Set(body.pages.map(({ id }) => id)).size).toBe(150);
});

test("a Page that cannot be picked says why", async () => {
  await owned.client.consent({ person: "9000000000000004" });
  const { body } = await available();
  expect(body.pages.find(({ name }) => name === "Nord Kaffe")).toMatchObject({
    selectable: false,
    reason: expect.stringContaining("role"),
  });
  const [result] = await link([NORD_KAFFE]);
  expect(result).toMatchObject({ ok: false, problem: { code: "page_not_allowed" } });
});

test("a declined permission is the reason for every Page", async () => {
  const permissions = ["pages_show_list", "pages_manage_metadata"];
  await owned.client.consent({ person: DANA, permissions, pages: [HARBOR_BIKES] });
  expect((await available()).body.pages).toMatchObject([
    { selectable: false, reason: expect.stringContaining("pages_messaging") },
  ]);
});

test("cancelling Facebook's dialog changes nothing", async () => {
  expect(await owned.client.consent({ person: DANA, action: "cancel" })).toBe(
    `${owned.desk.url}/pages?connect=cancelled`,
  );
  expect(await available()).toMatchObject({ status: 409 });
});

test("a return from the dialog that this browser did not ask for is refused", async () => {
  const answer = await owned.client.fetch(`${owned.desk.url}/api/pages/connect/callback?code=AQD&state=forged`);
  expect(answer.headers.get("location")).toBe(`${owned.desk.url}/pages?connect=failed`);
  const other = new DeskClient(owned.desk);
  await other.signIn({ person: DANA });
  const dialog = await owned.client.fetch(`${owned.desk.url}/api/pages/connect`);
  const state = new URL(dialog.headers.get("location") ?? "").searchParams.get("state");
  const stolen = await other.fetch(`${owned.desk.url}/api/pages/connect/callback?code=AQD&state=${state}`);
  expect(stolen.headers.get("location")).toBe(`${owned.desk.url}/pages?connect=failed`);
});

test("linking keeps the token encrypted, subscribes the fields and reads them back; each Page by itself", async () => {
  await owned.client.consent({
    person: DANA,
    pages: [HARBOR_BIKES, CASA_VERDE],
    permissions: ["pages_show_list", "pages_messaging", "pages_manage_metadata"],
  });
  const results = await link([HARBOR_BIKES, NORD_KAFFE]);
  expect(results).toMatchObject([
    { pageId: HARBOR_BIKES, ok: true },
    { pageId: NORD_KAFFE, ok: false, problem: { code: "page_not_found" } },
  ]);
  expect(await page(HARBOR_BIKES)).toMatchObject({
    name: "Harbor Bikes",
    status: "healthy",
    tokenStatus: "valid",
    problems: [],
  });
  const linked = await page(HARBOR_BIKES);
  expect(linked?.actualFields).toContain("messages");
  expect([...(linked?.actualFields ?? [])].sort()).toEqual([...(linked?.desiredFields ?? [])].sort());

  const db = new Database(owned.desk.databasePath, { readonly: true });
  const rows = JSON.stringify([
    db.prepare("SELECT * FROM pages").all(),
    db.prepare("SELECT * FROM page_consents").all(),
  ]);
  db.close();
  expect(rows).not.toMatch(/EAA/);
  expect(JSON.stringify([await pages(), (await available()).body])).not.toMatch(/EAA|v1\./);
});

test("one Page that Facebook refuses does not keep the others from being linked", async () => {
  await owned.client.consent({ person: DANA });
  owned.sim.faults.failNext({ operation: "subscribed_apps", code: 200, message: "(#200) Not today" });
  const results = await link([HARBOR_BIKES, CASA_VERDE, NORD_KAFFE]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(2);
  expect(results.find(({ ok }) => !ok)).toMatchObject({
    problem: { code: "graph_refused", detail: "(#200) Not today" },
  });
});

test("fields are written as one set and read back; an unknown one is named and nothing changes", async () => {
  await owned.client.consent({ person: DANA });
  await link([HARBOR_BIKES], ["messages", "message_reads"]);
  const path = `/api/pages/${HARBOR_BIKES}/fields`;
  expect(await owned.client.put(path, { fields: ["messages", "message_echoes"] })).toMatchObject({
    status: 200,
    body: { actual: ["messages", "message_echoes"], added: ["message_echoes"], removed: ["message_reads"] },
  });
  expect(await owned.client.put(path, { fields: ["messages", "mesages"] })).toMatchObject({
    status: 422,
    body: { code: "invalid_input", errors: [{ path: "fields.1", message: expect.stringContaining("mesages") }] },
  });
  expect(await owned.client.put(path, { fields: [] })).toMatchObject({ status: 422 });
  expect(await page(HARBOR_BIKES)).toMatchObject({ actualFields: ["messages", "message_echoes"] });
});

test("a check sees a dead token, fields that are gone, and an app without webhook", async () => {
  await owned.client.consent({ person: DANA });
  await link([HARBOR_BIKES, CASA_VERDE]);
  const check = async (id: string) => (await owned.client.post<Page>(`/api/pages/${id}/check`)).body;
  owned.sim.app.unsubscribe();
  expect(await check(CASA_VERDE)).toMatchObject({ status: "broken", problems: [{ code: "app_not_subscribed" }] });
  owned.sim.user(DANA).killTokens("password_changed");
  expect(await check(HARBOR_BIKES)).toMatchObject({
    status: "broken",
    tokenStatus: "invalid",
    problems: [
      { code: "token_password_changed", detail: expect.stringContaining("password") },
      { code: "app_not_subscribed" },
    ],
  });
});

test("unlinking ends the webhooks and keeps the history; linking again applies what came meanwhile", async () => {
  const { sim, client } = owned;
  await client.consent({ person: DANA });
  await link([HARBOR_BIKES]);
  const ana = sim.person("Ana Lima", "Harbor Bikes");
  ana.says("first");
  await sim.settled();
  type Conversations = { conversations: { preview: string; unreadCount: number }[] };
  const conversations = async () => (await client.get<Conversations>("/api/conversations")).body.conversations;
  await eventually(async () => expect(await conversations()).toMatchObject([{ preview: "first" }]));

  expect((await client.delete(`/api/pages/${HARBOR_BIKES}`)).status).toBe(204);
  expect(await page(HARBOR_BIKES)).toMatchObject({ status: "unlinked", actualFields: [] });
  expect(await conversations()).toHaveLength(1);
  await sim.webhooks.inject({
    item: {
      sender: { id: ana.psid },
      recipient: { id: HARBOR_BIKES },
      timestamp: Date.now(),
      message: { mid: "m_meanwhile", text: "second" },
    },
    pageId: HARBOR_BIKES,
  });
  expect(await conversations()).toMatchObject([{ preview: "first" }]);
  await link([HARBOR_BIKES]);
  expect(await conversations()).toMatchObject([{ preview: "second", unreadCount: 2 }]);
});
