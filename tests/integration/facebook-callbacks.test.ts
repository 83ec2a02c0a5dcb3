import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ConversationList } from "@/lib/api/schemas/inbox";
import type { Page } from "@/lib/api/schemas/pages";
import type { SignedRequestKind } from "../../simulator/state/signed-callbacks";
import { toSignedRequest } from "../../simulator/wire/signed-request";
import { DeskClient } from "../support/desk-client";
import { eventually } from "../support/eventually";
import { DANA, HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { SseClient } from "../support/sse-client";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeEach(async () => {
  owned = await startOwnedDesk();
  const { sim, desk } = owned;
  sim.set({
    deauthorizeUrl: `${desk.url}/api/facebook/deauthorize`,
    dataDeletionUrl: `${desk.url}/api/facebook/data-deletion`,
  });
});
afterEach(() => owned?.end());

const dana = () => owned.sim.user(DANA);
const pages = async () => (await owned.client.get<{ pages: Page[] }>("/api/pages")).body.pages;
const conversations = async () =>
  (await owned.client.get<ConversationList>("/api/conversations?limit=200")).body.conversations;

/** Every value of every table as text, but of the searches' own. */
function readDatabase(): string {
  const db = new Database(owned.desk.databasePath, { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%'").all() as {
    name: string;
  }[];
  const values = tables.flatMap(({ name }) => db.prepare(`SELECT * FROM ${name}`).raw().all().flat());
  db.close();
  return values.map((value) => (Buffer.isBuffer(value) ? value.toString("utf8") : String(value))).join("\n");
}

/** All that a callback could change. */
function readWhatMayChange(): unknown[] {
  const db = new Database(owned.desk.databasePath, { readonly: true });
  const rows = [
    "SELECT * FROM page_consents",
    "SELECT * FROM users",
    "SELECT * FROM deletion_requests",
    "SELECT * FROM conversations",
    "SELECT id, token_encrypted, token_status, problems FROM pages",
  ].map((sql) => db.prepare(sql).all());
  db.close();
  return rows;
}

/** Somebody who has said this to Harbor Bikes, as the desk shows it. */
async function aConversation(name: string, text: string) {
  const person = owned.sim.person(owned.sim.addPerson({ name }).key, "Harbor Bikes");
  person.says(text);
  const id = await eventually(async () => {
    const found = (await conversations()).find(({ psid, displayName }) => psid === person.psid && displayName);
    if (!found) throw new Error("not there yet");
    return found.id;
  });
  return { person, id };
}

const post = (path: string, userId: string, headers: Record<string, string> = {}, issuedMs = Date.now()) =>
  fetch(`${owned.desk.url}/api/facebook/${path}`, {
    method: "POST",
    headers,
    body: new URLSearchParams({
      signed_request: toSignedRequest(
        { algorithm: "HMAC-SHA256", issued_at: Math.floor(issuedMs / 1000), user_id: userId },
        owned.desk.settings.appSecret,
      ),
    }),
  });

const WRONG: SignedRequestKind[] = ["stale", "forged", "tampered", "unsigned", "no-user", "malformed", "missing"];

test("a signed request that is not right is refused, and changes nothing", async () => {
  const before = readWhatMayChange();
  for (const name of ["deauthorize", "data-deletion"] as const) {
    for (const kind of WRONG) {
      const { status, body } = await dana().callsBack(name, kind);
      expect({ name, kind, status }).toMatchObject({ status: 400 });
      expect(JSON.parse(body)).toMatchObject({ code: "bad_request", status: 400 });
    }
    const huge = await fetch(`${owned.desk.url}/api/facebook/${name}`, { method: "POST", body: "x".repeat(100_000) });
    expect(huge.status).toBe(413);
  }
  expect(readWhatMayChange()).toEqual(before);
});

test("who removes the app takes their tokens along; the same word again does nothing to a new consent", async () => {
  const stream = await SseClient.open(`${owned.desk.url}/api/stream`, { cookie: owned.client.cookieHeader });
  expect((await dana().callsBack("deauthorize")).status).toBe(200);
  for (const page of await pages()) {
    expect(page).toMatchObject({ status: "broken", tokenStatus: "invalid" });
    expect(page.problems.map(({ code }) => code)).toContain("token_app_removed");
  }
  await eventually(async () => expect(stream.named("page.updated").length).toBeGreaterThanOrEqual(3));
  stream.close();
  expect(await owned.client.get("/api/pages/available")).toMatchObject({ body: { code: "page_consent_needed" } });

  await owned.client.consent({ person: DANA });
  await owned.client.post("/api/pages", { pageIds: [HARBOR_BIKES] });
  expect((await dana().callsBack("deauthorize", "repeat")).status).toBe(200);
  expect((await pages()).find(({ id }) => id === HARBOR_BIKES)).toMatchObject({ tokenStatus: "valid" });
  expect(await owned.client.get("/api/pages/available")).toMatchObject({ status: 200 });
});

test("a person is forgotten on Meta's word, over a restart, and may look how far it is without signing in", async () => {
  const { person } = await aConversation("Zenobia Quist", "My zebra secret");
  await aConversation("Ben Stays", "Ben stays");
  const answer = await post("data-deletion", person.psid);
  expect(answer.status).toBe(200);
  const { url, confirmation_code: code } = (await answer.json()) as { url: string; confirmation_code: string };
  expect(url).toBe(`${owned.desk.url}/data-deletion?code=${code}`);
  // Off every screen at once.
  expect((await conversations()).map(({ displayName }) => displayName)).not.toContain("Zenobia Quist");

  await owned.desk.restart("SIGKILL");
  await eventually(async () => expect(await (await fetch(url)).text()).toContain("Your data has been deleted"));
  const database = readDatabase();
  for (const trace of ["Zenobia", "zebra", `"${person.psid}"`]) expect(database).not.toContain(trace);
  expect(database).toContain("Ben stays");
  expect((await owned.client.get<ConversationList>("/api/conversations?q=zebra")).body.conversations).toEqual([]);

  person.says("Hello again");
  await eventually(async () => expect((await conversations()).map(({ preview }) => preview)).toContain("Hello again"));
});

test("a code nobody was given, or none, says so", async () => {
  for (const [query, text] of [
    ["?code=nope", "We do not know this code"],
    ["", "A code is missing"],
    ["?code=a&code=b", "A code is missing"],
    [`?code=${"x".repeat(5000)}`, "We do not know this code"],
  ]) {
    const page = await fetch(`${owned.desk.url}/data-deletion${query}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(text);
  }
});

test("one request, however often it comes, is one deletion; each has a code of its own", async () => {
  const issuedMs = Date.now();
  const ask = async (atMs: number) =>
    ((await (await post("data-deletion", "7000000000000001", {}, atMs)).json()) as { confirmation_code: string })
      .confirmation_code;
  const code = await ask(issuedMs);
  expect(await ask(issuedMs)).toBe(code);
  expect(await ask(issuedMs - 5000)).not.toBe(code);
  expect(code).toMatch(/^[\w-]{22}$/);
});

test("somebody of the desk is forgotten: sign-ins, name, tokens; without an owner the set-up token works again", async () => {
  expect((await dana().asksForDataDeletion()).isComplete).toBe(true);
  expect(await owned.client.get("/api/me")).toMatchObject({ status: 401 });
  const database = readDatabase();
  expect(database).not.toContain("Dana Demo");
  expect(database).toContain("Deleted person");
  const db = new Database(owned.desk.databasePath, { readonly: true });
  expect(db.prepare("SELECT count(*) AS n FROM page_consents").get()).toEqual({ n: 0 });
  expect(db.prepare("SELECT count(*) AS n FROM pages WHERE token_encrypted IS NOT NULL").get()).toEqual({ n: 0 });
  db.close();

  const next = new DeskClient(owned.desk);
  await next.signIn({ person: "9000000000000002", setupToken: owned.desk.settings.setupToken });
  expect(await next.get("/api/me")).toMatchObject({ body: { user: { role: "owner" } } });
  const { body } = await next.get<{ pages: Page[] }>("/api/pages");
  for (const page of body.pages) expect(page.problems.map(({ code }) => code)).toContain("token_missing");
});

test("a page of another site cannot use somebody's session for it; Meta has none", async () => {
  const headers = { cookie: owned.client.cookieHeader, origin: "https://evil.example.test" };
  expect((await post("deauthorize", DANA, headers)).status).toBe(403);
  expect((await post("deauthorize", DANA, { origin: "https://www.facebook.com" })).status).toBe(200);
});

test("staff erase one person: gone for every tab, and for good", async () => {
  const { person, id } = await aConversation("Zenobia Quist", "My zebra secret");
  owned.sim.faults.failNext({ operation: "messages", code: 100, message: "zebra cannot be told" });
  await owned.client.post(`/api/conversations/${id}/messages`, { clientId: "c1", text: "Dear zebra" });
  await eventually(async () => {
    const { body } = await owned.client.get<{ errors: unknown[] }>("/api/delivery-errors?status=open");
    expect(body.errors).toHaveLength(1);
  });
  const stream = await SseClient.open(`${owned.desk.url}/api/stream`, { cookie: owned.client.cookieHeader });
  expect(await owned.client.delete(`/api/conversations/${id}`)).toMatchObject({ status: 204 });
  expect(await owned.client.get(`/api/conversations/${id}`)).toMatchObject({ status: 404 });
  expect(await owned.client.get(`/api/conversations/${id}/messages`)).toMatchObject({ status: 404 });
  const late = { clientId: "c2", text: "Too late" };
  expect(await owned.client.post(`/api/conversations/${id}/messages`, late)).toMatchObject({ status: 404 });
  expect(await owned.client.delete(`/api/conversations/${id}`)).toMatchObject({ status: 404 });
  await eventually(async () => expect(stream.named("resync")).not.toEqual([]));
  stream.close();
  await eventually(async () => {
    const database = readDatabase();
    for (const trace of ["Zenobia", "zebra", `"${person.psid}"`, "Too late"]) expect(database).not.toContain(trace);
  });
  const { body } = await owned.client.get<{ errors: unknown[] }>("/api/delivery-errors?status=open");
  expect(body.errors).toEqual([]);
});

test("the privacy page is everybody's to read and the owner's to write; what is written is shown as text", async () => {
  const page = async () => (await fetch(`${owned.desk.url}/privacy`)).text();
  expect(await page()).toContain("What we keep");
  const text = "# Ours\n\n<img src=x onerror=alert(1)> {name}";
  expect(await owned.client.put("/api/settings/privacy", { text })).toMatchObject({
    status: 200,
    body: { text, isDefault: false },
  });
  expect(await page()).toContain("&lt;img src=x onerror=alert(1)&gt; {name}");
  expect(await owned.client.put("/api/settings/privacy", { text: "x".repeat(20_001) })).toMatchObject({ status: 422 });
  expect(await owned.client.put("/api/settings/privacy", { text: " " })).toMatchObject({ body: { isDefault: true } });
  expect(await page()).toContain("What we keep");
});
