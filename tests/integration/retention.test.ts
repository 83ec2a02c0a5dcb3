import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ConversationList, MessageList } from "@/lib/api/schemas/inbox";
import { eventually } from "../support/eventually";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";

const DAY = 24 * 60 * 60 * 1000;
const DEFAULT = { payloadDays: 30, messageDays: null, mediaDays: 30, auditDays: 365 };

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES] });
});
afterAll(() => owned?.end());
beforeEach(async () => {
  await owned.client.put("/api/settings/retention", DEFAULT);
});

/** What happened in the database by itself, or as if it had happened earlier. */
function inDatabase<T>(work: (db: Database.Database) => T): T {
  const db = new Database(owned.desk.databasePath, { timeout: 5_000 });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Somebody who wrote this, and sent a picture. */
async function aPersonWho(says: string) {
  const { sim, client } = owned;
  const person = sim.person(sim.addPerson({ name: says }).key, "Harbor Bikes");
  person.says(says);
  person.sendsImage(`${says}-photo`);
  await sim.settled();
  return eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations?limit=200");
    const found = body.conversations.find(({ psid }) => psid === person.psid);
    const thread = await client.get<MessageList>(`/api/conversations/${found?.id}/messages`);
    const image = thread.body.messages.find(({ attachments }) => attachments.length > 0);
    expect(image).toBeDefined();
    return {
      id: found?.id ?? "",
      image: image?.attachments[0]?.src ?? "",
      notificationId: image?.notificationId ?? "",
    };
  });
}

const conversationIds = async () =>
  (await owned.client.get<ConversationList>("/api/conversations?limit=200")).body.conversations.map(({ id }) => id);

test("what is kept for how long can be read and changed, within reason", async () => {
  const { client } = owned;
  expect((await client.get("/api/settings/retention")).body).toEqual(DEFAULT);
  const changed = { payloadDays: null, messageDays: null, mediaDays: 7, auditDays: null };
  expect(await client.put("/api/settings/retention", changed)).toMatchObject({ status: 200, body: changed });
  expect((await client.get("/api/settings/retention")).body).toEqual(changed);
  for (const wrong of [
    { payloadDays: 2 },
    { messageDays: 0 },
    { mediaDays: -1 },
    { auditDays: 1 },
    { mediaDays: null },
  ]) {
    expect((await client.put("/api/settings/retention", { ...DEFAULT, ...wrong })).status, JSON.stringify(wrong)).toBe(
      422,
    );
  }
  const longer = await client.put<{ detail: string }>("/api/settings/retention", { ...DEFAULT, messageDays: 7 });
  expect(longer.status).toBe(422);
  expect(longer.body.detail).toContain("cannot be kept for longer");
  const last = inDatabase((db) =>
    db.prepare("SELECT detail FROM audit_log WHERE action = 'retention.changed' ORDER BY id DESC").get(),
  );
  expect(last).toEqual({ detail: JSON.stringify({ before: DEFAULT, after: changed }) });
});

test("payloads from before their days are gone as soon as they are fewer; the conversation is still there", async () => {
  const { client } = owned;
  const { id, notificationId } = await aPersonWho("Axolotl");
  expect((await client.get(`/api/notifications/${notificationId}`)).status).toBe(200);
  inDatabase((db) => db.prepare("UPDATE notifications SET received_ms = received_ms - ?").run(5 * DAY));
  await client.put("/api/settings/retention", { ...DEFAULT, payloadDays: 4 });
  await eventually(async () => {
    expect((await client.get(`/api/notifications/${notificationId}`)).status).toBe(404);
    expect((await client.get(`/api/notifications/${notificationId}/raw`)).status).toBe(404);
    expect((await client.get("/api/notifications")).body).toMatchObject({ notifications: [] });
  });
  const { body } = await client.get<MessageList>(`/api/conversations/${id}/messages`);
  expect(body.messages.map(({ text }) => text)).toContain("Axolotl");
  expect((await client.get("/api/notifications?q=axolotl")).body).toMatchObject({ notifications: [] });
  expect((await client.get("/api/webhook-failures")).status).toBe(200);
});

test("messages from before their days are gone, and conversations that hold nothing else", async () => {
  const { client } = owned;
  const old = await aPersonWho("Bilby");
  const recent = await aPersonWho("Caracal");
  inDatabase((db) => {
    db.prepare("UPDATE messages SET sent_ms = sent_ms - ? WHERE conversation_id = ?").run(9 * DAY, Number(old.id));
    db.prepare("UPDATE conversations SET last_activity_ms = last_activity_ms - ? WHERE id = ?").run(
      9 * DAY,
      Number(old.id),
    );
  });
  await client.put("/api/settings/retention", { ...DEFAULT, payloadDays: 7, messageDays: 7 });
  await eventually(async () => expect(await conversationIds()).not.toContain(old.id));
  expect(await conversationIds()).toContain(recent.id);
  expect((await client.get(`/api/conversations/${old.id}`)).status).toBe(404);
  expect((await client.get<ConversationList>("/api/conversations?q=Bilby")).body.conversations).toEqual([]);
});

test("a picture is not kept where no copies are made, and those that were made go", async () => {
  const { client } = owned;
  const { image } = await aPersonWho("Dikdik");
  const copies = () =>
    inDatabase((db) => db.prepare("SELECT count(*) FROM media_files WHERE conversation_id IS NOT NULL").pluck().get());
  expect((await client.get(image)).status).toBe(200);
  await eventually(async () => expect(copies()).not.toBe(0));
  await client.put("/api/settings/retention", { ...DEFAULT, mediaDays: 0 });
  await eventually(async () => expect(copies()).toBe(0));
  expect((await client.get(image)).status).toBe(200);
  expect(copies()).toBe(0);
});

test("a person can be taken out as a file", async () => {
  const { client, desk } = owned;
  const { id } = await aPersonWho("Echidna");
  const answer = await client.get<{ messages: { text: string }[]; events: unknown[] }>(
    `/api/conversations/${id}/export`,
  );
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-disposition": `attachment; filename="person-${id}.json"`,
    "cache-control": "no-store",
  });
  expect(answer.body).toMatchObject({ format: "pagedesk-person", profile: { displayName: "Echidna" } });
  expect(answer.body.messages.map(({ text }) => text)).toContain("Echidna");
  expect(answer.body.events.length).toBeGreaterThanOrEqual(2);
  expect((await fetch(`${desk.url}/api/conversations/${id}/export`)).status).toBe(401);
  expect((await client.get("/api/conversations/999999/export")).status).toBe(404);
});

test("what was seen once is shown without Meta, whole, in part, or not again to who has it", async () => {
  const { client, desk, sim } = owned;
  const { image } = await aPersonWho("Fossa");
  const { image: never } = await aPersonWho("Gerbil");
  const first = await client.fetch(`${desk.url}${image}`);
  const bytes = Buffer.from(await first.arrayBuffer());
  await sim.close();
  expect((await client.get(never)).status).toBe(404);
  const again = await client.fetch(`${desk.url}${image}`);
  expect(again.status).toBe(200);
  expect(again.headers.get("content-type")).toBe("image/png");
  expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
  const part = await client.fetch(`${desk.url}${image}`, { headers: { range: "bytes=1-3" } });
  expect([part.status, await part.text()]).toEqual([206, "PNG"]);
  const known = await client.fetch(`${desk.url}${image}`, {
    headers: { "if-none-match": first.headers.get("etag") ?? "" },
  });
  expect(known.status).toBe(304);
  expect((await fetch(`${desk.url}${image}`)).status).toBe(401);
});
