import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AvailablePage, LinkPagesResult, Page, PageHistoryEntry, PasteTokenResult } from "@/lib/api/schemas/pages";
import { DeskClient } from "../support/desk-client";
import { eventually } from "../support/eventually";
import { CASA_VERDE, DANA, HARBOR_BIKES, NORD_KAFFE, startOwnedDesk } from "../support/owned-desk";

const TARA = "9000000000000004";
const BRUNO = "9000000000000005";
const ATELIER_SUR = "200000000000004";
const MESSAGING = ["pages_show_list", "pages_messaging", "pages_manage_metadata"];

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeEach(async () => {
  owned = await startOwnedDesk({ pageIds: [] });
});
afterEach(() => owned?.end());

type Available = { pages: AvailablePage[]; declined: string[] };
const available = async (client = owned.client) => (await client.get<Available>("/api/pages/available")).body;
const availablePage = async (id: string, client = owned.client) =>
  (await available(client)).pages.find((one) => one.id === id);
const link = async (pageIds: string[], client = owned.client, fields?: string[]) =>
  (await client.post<LinkPagesResult>("/api/pages", { pageIds, ...(fields ? { fields } : {}) })).body.results;
const pageOf = async (id: string) =>
  (await owned.client.get<{ pages: Page[] }>("/api/pages")).body.pages.find((one) => one.id === id);
/** What people did with the connection, newest first. */
const history = async (id: string) => {
  const { body } = await owned.client.get<{ entries: PageHistoryEntry[] }>(`/api/pages/${id}/history`);
  return body.entries.filter(({ kind }) => ["linked", "reconnected", "unlinked"].includes(kind));
};
const paste = (token: string) => owned.client.post<PasteTokenResult>("/api/pages/token", { token });

/** Somebody who may manage Pages beside Dana. */
async function anotherAdmin(name: string, asid: string): Promise<DeskClient> {
  const db = new Database(owned.desk.databasePath);
  db.prepare("INSERT INTO users (id, asid, name, role, created_ms) VALUES (?, ?, ?, 'admin', ?)").run(
    `user-${asid}`,
    asid,
    name,
    Date.now(),
  );
  db.close();
  const client = new DeskClient(owned.desk);
  await client.signIn({ person: asid });
  return client;
}

describe("the dialog", () => {
  const dialog = async (query = "") => {
    const answer = await owned.client.fetch(`${owned.desk.url}/api/pages/connect${query}`);
    return new URL(answer.headers.get("location") ?? "").searchParams;
  };

  test("asks again for what was declined only when something was, or when told to", async () => {
    expect((await dialog()).get("auth_type")).toBeNull();
    expect((await dialog("?rerequest=1")).get("auth_type")).toBe("rerequest");
    await owned.client.consent({ person: DANA, permissions: ["pages_show_list"], pages: [HARBOR_BIKES] });
    expect((await dialog()).get("auth_type")).toBe("rerequest");
  });

  test("asks for Instagram only when told to", async () => {
    expect((await dialog()).get("scope")).not.toContain("instagram");
    expect((await dialog("?instagram=1")).get("scope")).toContain("instagram_manage_messages");
  });
});

test("a configuration of Facebook Login for Business takes the place of the permissions", async () => {
  await owned.end();
  owned = await startOwnedDesk({ pageIds: [], env: { FACEBOOK_LOGIN_CONFIG_ID: "777" } });
  const answer = await owned.client.fetch(`${owned.desk.url}/api/pages/connect`);
  const { searchParams } = new URL(answer.headers.get("location") ?? "");
  expect(Object.fromEntries(searchParams)).toMatchObject({ config_id: "777", response_type: "code" });
  expect(searchParams.has("scope")).toBe(false);
  await owned.client.consent({ person: DANA });
  expect(await link([HARBOR_BIKES])).toMatchObject([{ ok: true }]);
});

describe("what cannot be picked says why", () => {
  test("a task is missing", async () => {
    await owned.client.consent({ person: TARA });
    expect(await availablePage(NORD_KAFFE)).toMatchObject({ selectable: false, obstacle: "task_missing" });
    expect(await availablePage(CASA_VERDE)).toMatchObject({ selectable: true, obstacle: null, reason: null });
  });

  test("a permission was declined", async () => {
    const permissions = ["pages_show_list", "pages_manage_metadata"];
    await owned.client.consent({ person: DANA, permissions, pages: [HARBOR_BIKES] });
    const { pages, declined } = await available();
    expect(declined).toEqual(["pages_messaging", "pages_read_engagement", "business_management"]);
    expect(pages).toMatchObject([
      { obstacle: "permission_declined", reason: expect.stringContaining("pages_messaging") },
    ]);
  });

  test("a Page of a business is hidden without business_management, and with it can be picked", async () => {
    await owned.client.consent({ person: BRUNO, permissions: MESSAGING, pages: [ATELIER_SUR] });
    expect(await availablePage(ATELIER_SUR)).toMatchObject({
      selectable: false,
      obstacle: "permission_declined",
      reason: expect.stringContaining("business_management"),
    });
    expect(await link([ATELIER_SUR])).toMatchObject([{ ok: false, problem: { code: "page_not_allowed" } }]);
    await owned.client.consent({
      person: BRUNO,
      permissions: [...MESSAGING, "business_management"],
      pages: [ATELIER_SUR],
    });
    expect(await availablePage(ATELIER_SUR)).toMatchObject({ selectable: true, name: "Atelier Sur" });
  });

  test("a permission covers other Pages only", async () => {
    await owned.client.consent({ person: DANA });
    owned.sim.user(DANA).narrowsPermission("pages_messaging", [CASA_VERDE]);
    expect(await availablePage(HARBOR_BIKES)).toMatchObject({
      obstacle: "not_granted",
      reason: expect.stringContaining("pages_messaging"),
    });
    expect(await availablePage(CASA_VERDE)).toMatchObject({ selectable: true });
  });

  test("nothing is held against a Page where Facebook does not tell what a token is for", async () => {
    await owned.client.consent({ person: DANA });
    owned.sim.faults.failNext({ operation: "debug_token", code: 1, times: null });
    expect((await available()).pages.filter(({ selectable }) => selectable)).toHaveLength(3);
  });
});

test("a ticked Page that Facebook leaves out of its list is found all the same, and can be linked", async () => {
  owned.sim.user(DANA).regainsRole(NORD_KAFFE, { isUnlisted: true });
  await owned.client.consent({ person: DANA, permissions: MESSAGING, pages: [NORD_KAFFE] });
  expect(await availablePage(NORD_KAFFE)).toMatchObject({ name: "Nord Kaffe", selectable: true });
  expect(await link([NORD_KAFFE])).toMatchObject([{ ok: true }]);
});

test("narrowing: a linked Page that was not ticked again is told by name", async () => {
  await owned.client.consent({ person: DANA });
  await link([HARBOR_BIKES, CASA_VERDE]);
  await owned.client.consent({ person: DANA, permissions: MESSAGING, pages: [CASA_VERDE] });
  expect(await availablePage(HARBOR_BIKES)).toMatchObject({
    name: "Harbor Bikes",
    selectable: false,
    linked: true,
    obstacle: "not_granted",
  });
  expect(await availablePage(CASA_VERDE)).toMatchObject({ selectable: true, linked: true });
  // It is looked at by itself, and says so.
  await eventually(async () => expect((await pageOf(HARBOR_BIKES))?.status).toBe("broken"));
  // Never linked, so nothing is lost.
  expect(await availablePage(NORD_KAFFE)).toBeUndefined();
});

test("another admin takes a Page over, and its history goes on", async () => {
  await owned.client.consent({ person: DANA });
  await link([CASA_VERDE], owned.client, ["messages", "message_reads"]);
  const tara = await anotherAdmin("Tara Tasks", TARA);
  await tara.consent({ person: TARA });
  expect(await availablePage(CASA_VERDE, tara)).toMatchObject({
    selectable: true,
    linked: true,
    linkedByName: "Dana Demo",
  });
  expect(await link([CASA_VERDE], tara)).toMatchObject([{ ok: true }]);
  expect(await pageOf(CASA_VERDE)).toMatchObject({
    token: { source: "login", ownerName: "Tara Tasks" },
    // What was wanted of the Page stays.
    actualFields: ["messages", "message_reads"],
  });
  expect(await history(CASA_VERDE)).toMatchObject([
    { kind: "reconnected", userName: "Tara Tasks" },
    { kind: "linked", userName: "Dana Demo" },
  ]);
  // Dana narrows her own consent: the Page is Tara's now, so nothing of Dana's is lost.
  await owned.client.consent({ person: DANA, permissions: MESSAGING, pages: [HARBOR_BIKES] });
  expect(await availablePage(CASA_VERDE)).toBeUndefined();
});

describe("when Facebook refuses", () => {
  const refuse = () => owned.sim.faults.failNext({ operation: "subscribed_apps", code: 200, message: "(#200) No." });

  test("a Page that was not here stays away", async () => {
    await owned.client.consent({ person: DANA });
    refuse();
    expect(await link([HARBOR_BIKES])).toMatchObject([{ problem: { code: "graph_refused", detail: "(#200) No." } }]);
    expect(await pageOf(HARBOR_BIKES)).toBeUndefined();
  });

  test("a Page that was linked stays as it was", async () => {
    await owned.client.consent({ person: DANA });
    await link([HARBOR_BIKES], owned.client, ["messages"]);
    const before = await pageOf(HARBOR_BIKES);
    refuse();
    expect(await link([HARBOR_BIKES], owned.client, ["messages", "message_reads"])).toMatchObject([{ ok: false }]);
    expect(await pageOf(HARBOR_BIKES)).toEqual(before);
    expect(owned.sim.page("Harbor Bikes").subscribedFields()).toEqual(["messages"]);
  });

  test("a Page that cannot be unsubscribed for want of an answer stays linked", async () => {
    await owned.client.consent({ person: DANA });
    await link([HARBOR_BIKES]);
    owned.sim.faults.failNext({ operation: "subscribed_apps", method: "DELETE", reset: true });
    expect(await owned.client.delete(`/api/pages/${HARBOR_BIKES}`)).toMatchObject({ status: 503 });
    expect(await pageOf(HARBOR_BIKES)).toMatchObject({ linkedAt: expect.any(Number), tokenStatus: "valid" });
    expect((await history(HARBOR_BIKES)).map(({ kind }) => kind)).toEqual(["linked"]);
  });
});

test("nothing changes at Facebook when it cannot be written down here", async () => {
  await owned.client.consent({ person: DANA });
  await link([HARBOR_BIKES]);
  const db = new Database(owned.desk.databasePath);
  db.exec("BEGIN IMMEDIATE");
  expect(await link([CASA_VERDE])).toMatchObject([{ ok: false, problem: { code: "database_unavailable" } }]);
  expect(await owned.client.delete(`/api/pages/${HARBOR_BIKES}`)).toMatchObject({ status: 503 });
  db.exec("ROLLBACK");
  db.close();
  expect(owned.sim.page("Casa Verde").subscribedFields()).toBeNull();
  expect(owned.sim.page("Harbor Bikes").subscribedFields()).toContain("messages");
  expect(await link([CASA_VERDE])).toMatchObject([{ ok: true }]);
});

test("unlinking forgets the token; linking again resumes with the fields that were wanted", async () => {
  await owned.client.consent({ person: DANA });
  await link([HARBOR_BIKES], owned.client, ["messages", "message_reads"]);
  expect((await owned.client.delete(`/api/pages/${HARBOR_BIKES}`)).status).toBe(204);
  expect(owned.sim.page("Harbor Bikes").subscribedFields()).toBeNull();
  expect(await pageOf(HARBOR_BIKES)).toMatchObject({ status: "unlinked", token: { source: null, ownerName: null } });
  expect(await availablePage(HARBOR_BIKES)).toMatchObject({ linked: false, selectable: true });
  await link([HARBOR_BIKES]);
  expect(owned.sim.page("Harbor Bikes").subscribedFields()).toEqual(["messages", "message_reads"]);
  expect((await history(HARBOR_BIKES)).map(({ kind }) => kind)).toEqual(["linked", "unlinked", "linked"]);
});

test("the Instagram account of a Page comes along, and moves with it to another Page", async () => {
  await owned.client.consent({ person: DANA });
  expect(await availablePage(HARBOR_BIKES)).toMatchObject({ instagramUsername: "harborbikes" });
  await link([HARBOR_BIKES, CASA_VERDE]);
  const account = { id: "17841490000000001", username: "harborbikes" };
  expect(await pageOf(HARBOR_BIKES)).toMatchObject({ instagram: account });
  owned.sim.page("Harbor Bikes").page.instagram = null;
  owned.sim.page("Casa Verde").page.instagram = account;
  expect(await link([CASA_VERDE])).toMatchObject([{ ok: true }]);
  expect(await pageOf(CASA_VERDE)).toMatchObject({ instagram: account });
  expect(await pageOf(HARBOR_BIKES)).toMatchObject({ instagram: null });
});

describe("a token typed in by hand", () => {
  const dana = () => owned.sim.user(DANA);

  test("of a Page links that Page", async () => {
    const token = dana().issuesPageToken(HARBOR_BIKES).value;
    expect(await paste(token)).toMatchObject({
      status: 200,
      body: {
        kind: "page",
        page: { id: HARBOR_BIKES, name: "Harbor Bikes", tokenStatus: "valid", token: { source: "pasted" } },
      },
    });
    expect(owned.sim.page("Harbor Bikes").subscribedFields()).toContain("messages");
    expect(await history(HARBOR_BIKES)).toMatchObject([{ kind: "linked", userName: "Dana Demo" }]);
    expect(owned.desk.logs()).not.toContain(token);
  });

  test("of a system user leads to a picker with its Pages", async () => {
    const { name } = owned.sim.addSystemUser({ name: "Robot", pageIds: [CASA_VERDE], permissions: MESSAGING });
    const token = owned.sim.user(name).issuesSystemToken().value;
    expect(await paste(token)).toMatchObject({ status: 200, body: { kind: "system_user", page: null } });
    expect((await available()).pages).toMatchObject([{ id: CASA_VERDE, selectable: true }]);
    expect(await link([CASA_VERDE])).toMatchObject([{ ok: true }]);
    expect(await pageOf(CASA_VERDE)).toMatchObject({ token: { source: "pasted", ownerName: "Robot" } });
  });

  test.each<[string, () => string, RegExp]>([
    ["of another app", () => dana().issuesPageToken(HARBOR_BIKES, { appId: "1234567890" }).value, /another app/],
    [
      "that has ended",
      () => {
        const token = dana().issuesPageToken(HARBOR_BIKES).value;
        dana().killTokens("password_changed");
        return token;
      },
      /changed their password/,
    ],
    [
      "that lacks a permission",
      () => dana().issuesPageToken(HARBOR_BIKES, { permissions: ["pages_show_list", "pages_messaging"] }).value,
      /pages_manage_metadata/,
    ],
    ["of a person", () => dana().grants().value, /Connect Pages/],
    ["that nobody made", () => "EAAthisIsNoTokenAtAllButLongEnough", /does not know/],
  ])("%s is refused with the reason, and nothing is kept", async (_, make, reason) => {
    const token = make();
    const answer = await owned.client.post<{ detail: string }>("/api/pages/token", { token });
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid_input", errors: [{ path: "token" }] } });
    expect(answer.body.detail).toMatch(reason);
    expect(JSON.stringify(answer.body) + owned.desk.logs()).not.toContain(token);
    expect(await pageOf(HARBOR_BIKES)).toBeUndefined();
    expect(await owned.client.get("/api/pages/available")).toMatchObject({ status: 409 });
  });

  test("is not kept when Facebook does not say what it is for", async () => {
    const token = dana().issuesPageToken(HARBOR_BIKES).value;
    owned.sim.faults.failNext({ operation: "debug_token", code: 190, message: `Malformed access token ${token}` });
    const answer = await paste(token);
    expect(answer).toMatchObject({ status: 502, body: { code: "graph_refused" } });
    expect(JSON.stringify(answer.body)).not.toContain(token);
    expect(await pageOf(HARBOR_BIKES)).toBeUndefined();
  });
});
