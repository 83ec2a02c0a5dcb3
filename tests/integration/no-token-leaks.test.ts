import { readdirSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeliveryErrorList } from "@/lib/api/schemas/delivery-errors";
import type { FieldJob } from "@/lib/api/schemas/field-jobs";
import type { ConversationList } from "@/lib/api/schemas/inbox";
import type { Page } from "@/lib/api/schemas/pages";
import { DeskClient } from "../support/desk-client";
import { eventually } from "../support/eventually";
import { CASA_VERDE, DANA, HARBOR_BIKES, NORD_KAFFE, startOwnedDesk } from "../support/owned-desk";
import { SseClient } from "../support/sse-client";

/** A browser that keeps everything it was told. */
class RecordingClient extends DeskClient {
  readonly heard: { where: string; text: string }[] = [];

  override async fetch(url: string, init?: RequestInit): Promise<Response> {
    const response = await super.fetch(url, init);
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
    const body = isStream ? "" : await response.clone().text();
    const headers = [...response.headers].map((pair) => pair.join(": ")).join("\n");
    this.heard.push({ where: `${init?.method ?? "GET"} ${url} (${response.status})`, text: `${headers}\n${body}` });
    return response;
  }
}

const SAM = "9000000000000002";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
let client: RecordingClient;
let stream: SseClient;
const ids: Record<string, string> = { pageId: HARBOR_BIKES, index: "0" };

beforeAll(async () => {
  owned = await startOwnedDesk({ env: { LOG_LEVEL: "debug" }, pageIds: [] });
  const { sim, desk } = owned;
  client = new RecordingClient(desk);
  await client.signIn({ person: DANA });
  stream = await SseClient.open(`${desk.url}/api/stream`, { cookie: client.cookieHeader });
  sim.set({
    deauthorizeUrl: `${desk.url}/api/facebook/deauthorize`,
    dataDeletionUrl: `${desk.url}/api/facebook/data-deletion`,
  });
});
afterAll(async () => {
  stream?.close();
  await owned?.end();
});

/** Every secret there has been, by what it is. */
function listSecrets(): [name: string, value: string][] {
  const { sim, desk } = owned;
  const { AUTH_SECRET, ENCRYPTION_KEY, SETUP_TOKEN } = desk.settings.env;
  return [
    ...[...sim.state.tokens.values()].map(({ kind, userId, value }): [string, string] => [
      `${kind} of ${userId}`,
      value,
    ]),
    ["app secret", desk.settings.appSecret],
    ["AUTH_SECRET", AUTH_SECRET as string],
    ["ENCRYPTION_KEY", ENCRYPTION_KEY as string],
    ["ENCRYPTION_KEY as bytes", Buffer.from(ENCRYPTION_KEY as string, "base64").toString("latin1")],
    ["SETUP_TOKEN", SETUP_TOKEN as string],
  ];
}

/** Where secrets stand that must not. */
function findLeaks(places: readonly { where: string; text: string }[], secrets = listSecrets()): string[] {
  const found = places.flatMap(({ where, text }) =>
    secrets
      .filter(([, value]) =>
        [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)].some((form) => text.includes(form)),
      )
      .map(([name]) => `${name} in ${where}`),
  );
  return [...new Set(found)];
}

/** Connects, answers, fails, checks, changes, loses and gets back: all that handles a token. */
async function liveADay(): Promise<void> {
  const { sim } = owned;
  await client.consent({ person: DANA });
  await client.get("/api/pages/available");
  await client.post("/api/pages", { pageIds: [HARBOR_BIKES, CASA_VERDE, NORD_KAFFE] });
  const user = sim.user(DANA);
  const pasted = user.issuesPageToken(HARBOR_BIKES).value;
  expect(await client.post("/api/pages/token", { token: pasted })).toMatchObject({ status: 200 });
  const foreign = user.issuesPageToken(HARBOR_BIKES, { appId: "990011223344556" }).value;
  for (const token of [foreign, `${pasted.slice(0, -3)}xyz`, "EAAnonsense0123456789nonsense"]) {
    expect((await client.post("/api/pages/token", { token })).status).toBeGreaterThanOrEqual(400);
  }
  const system = sim.addSystemUser({ name: "Robot", pageIds: [NORD_KAFFE] });
  await client.post("/api/pages/token", { token: sim.user(system.id).issuesSystemToken().value });

  const person = sim.person(sim.addPerson({ name: "Ana Lima" }).key, "Harbor Bikes");
  person.says("Hello?");
  person.sendsImage();
  ids.conversationId = await eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations");
    const [found] = body.conversations;
    if (!found) throw new Error("not there yet");
    return found.id;
  });
  const say = (clientId: string) =>
    client.post(`/api/conversations/${ids.conversationId}/messages`, { clientId, text: "Hi" });
  await say("c1");
  await eventually(async () => expect(person.lastReceived()).toBe("Hi"));

  // Meta quotes what it refuses, and it is stored, shown and logged.
  const quoting = [...sim.state.tokens.values()].map(({ value }) => `Malformed access token ${value}.`).join(" ");
  const refusals = [
    { code: 190, subcode: 460, message: quoting },
    { code: 190, message: quoting },
    { code: 100, message: `${quoting} ${owned.desk.settings.appSecret}` },
    { html: true },
    { reset: true },
  ];
  for (const [index, refusal] of refusals.entries()) {
    sim.faults.failNext({ operation: "messages", ...refusal });
    await client.post(`/api/pages/${HARBOR_BIKES}/check`);
    await say(`fails-${index}`);
    await eventually(async () => {
      const { body } = await client.get<DeliveryErrorList>("/api/delivery-errors");
      expect(body.errors).toHaveLength(index + 1);
      ids.deliveryErrorId = body.errors[0]?.id as string;
    });
  }
  for (const operation of [
    "subscribed_apps",
    "debug_token",
    "batch",
    "accounts",
    "access_token",
    "app_subscriptions",
  ]) {
    sim.faults.failNext({ operation, code: 190, subcode: 467, message: quoting });
    await client.post(`/api/pages/${CASA_VERDE}/check`);
    await client.get("/api/pages/available");
    await client.put(`/api/pages/${CASA_VERDE}/fields`, { fields: ["messages", "message_echoes"] });
    await client.post("/api/app/check");
    await client.consent({ person: DANA });
    sim.faults.clear();
  }
  await client.put("/api/app/subscriptions", { object: "page", fields: ["messages", "messaging_postbacks"] });

  const { body } = await client.post<{ job: FieldJob | null }>("/api/field-jobs", {
    pageIds: [CASA_VERDE, NORD_KAFFE],
    add: ["message_reads"],
  });
  ids.fieldJobId = body.job?.id ?? "1";
  await eventually(async () => {
    const answer = await client.get<{ job: FieldJob }>(`/api/field-jobs/${ids.fieldJobId}`);
    expect(answer.body.job.status).not.toBe("running");
  });

  user.changesPassword();
  await client.post(`/api/pages/${NORD_KAFFE}/check`);
  await user.callsBack("deauthorize");
  await client.consent({ person: DANA });
  await client.post("/api/pages", { pageIds: [HARBOR_BIKES, CASA_VERDE] });
  await client.delete(`/api/pages/${CASA_VERDE}`);
  const { body: list } = await client.get<{ pages: Page[] }>("/api/pages");
  expect(list.pages.find(({ id }) => id === HARBOR_BIKES)).toMatchObject({ tokenStatus: "valid" });
  await sim.settled();
}

type Spec = { paths: Record<string, Record<string, unknown>> };

/** Everything that can be read, with ids of what there is. */
async function readEverything(): Promise<void> {
  const { body: notifications } = await client.get<{ notifications: { id: string }[] }>("/api/notifications");
  ids.notificationId = notifications.notifications[0]?.id as string;
  ids.id = ids.notificationId;
  const { body: replay } = await client.post<{ replay: { id: string } }>("/api/replays", { since: 0 });
  ids.replayId = replay.replay?.id ?? "1";
  ids.messageId = "2";
  const { body: spec } = await client.get<Spec>("/api/openapi.json");
  const reads = Object.entries(spec.paths).filter(([path, methods]) => "get" in methods && path !== "/api/stream");
  for (const [path] of reads) await client.get(path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? "1"));
  const screens = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map(
      (file) =>
        `/${file
          .replace(/\/?page\.tsx$/, "")
          .replace(/\(\w+\)\/?/g, "")
          .replace(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? "1")}`,
    );
  expect(screens.length).toBeGreaterThan(20);
  for (const screen of screens) {
    const { status } = await client.get(screen);
    expect(status, screen).toBeLessThan(500);
    const visitor = new RecordingClient(owned.desk);
    await visitor.get(screen);
    client.heard.push(...visitor.heard);
  }
  const quoting = [...owned.sim.state.tokens.values()].map(({ value }) => `Malformed access token ${value}.`).join(" ");
  owned.sim.faults.failNext({ operation: "access_token", code: 190, message: quoting });
  const unlucky = new RecordingClient(owned.desk);
  await unlucky.signIn({ person: SAM });
  const stranger = new RecordingClient(owned.desk);
  await stranger.signIn({ person: SAM });
  await stranger.get("/api/pages");
  client.heard.push(...unlucky.heard, ...stranger.heard);
}

/** Every value of every table, and the file itself to the byte. */
function readDatabase(path: string): { where: string; text: string }[] {
  const db = new Database(path, { readonly: true });
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .all() as { name: string }[];
  const places = tables.flatMap(({ name }) => {
    const columns = db.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[];
    return columns.flatMap((row) =>
      Object.entries(row).map(([column, value]) => ({
        where: `${name}.${column}`,
        text: Buffer.isBuffer(value) ? value.toString("latin1") : String(value),
      })),
    );
  });
  db.close();
  return [...places, { where: "the database file", text: readFileSync(path).toString("latin1") }];
}

test("after a day with everything in it, no token, secret or key is anywhere but encrypted in the database", async () => {
  await liveADay();
  await readEverything();
  const { sim, desk } = owned;
  const tokens = sim.state.tokens.size;
  expect(tokens).toBeGreaterThan(10);
  expect(client.heard.length).toBeGreaterThan(80);

  const urls = sim.graphCalls().map(({ method, path, query }) => ({ where: `${method} ${path}`, text: path + query }));
  expect(urls.length).toBeGreaterThan(50);
  expect(findLeaks(urls), "in addresses that were called").toEqual([]);
  expect(findLeaks(client.heard), "in answers and pages").toEqual([]);
  expect(client.heard.some(({ text }) => text.includes("Malformed access token …"))).toBe(true);
  expect(findLeaks([{ where: "the stream", text: JSON.stringify(stream.events) }])).toEqual([]);
  await desk.stop();
  expect(findLeaks([{ where: "the log", text: desk.logs() }])).toEqual([]);
  const database = readDatabase(desk.databasePath);
  expect(database.some(({ where, text }) => where === "pages.token_encrypted" && text.startsWith("v1."))).toBe(true);
  expect(findLeaks(database), "in the database").toEqual([]);
  // The search itself is looked through for what would be found.
  const [token] = sim.state.tokens.values();
  expect(findLeaks([{ where: "here", text: `"${token?.value}"` }])).toHaveLength(1);
}, 120_000);
