import { createHmac } from "node:crypto";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConversationList, MessageList } from "@/lib/api/schemas/inbox";
import { eventually } from "../support/eventually";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { searchBytes } from "../support/search-bytes";

/** Erasing somebody leaves nothing of them in the file: not what they wrote, not what was written to them, not who they are. */
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
let id: string;
let psid: string;

const NAME = "Zebulon Quokka";
/** Each stands somewhere else: a message, its edit, a reply, what failed to go out, a file, a button, a payload alone. */
const TEXTS = ["axolotl-said", "bilby-edited", "caracal-replied", "dikdik-failed", "echidna-file.pdf", "fossa-topic"];
const STAYS = "Tamarin stays";

beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES] });
  const { sim, client, desk } = owned;
  const person = sim.person(sim.addPerson({ name: NAME }).key, "Harbor Bikes");
  const other = sim.person(sim.addPerson({ name: "Tamara" }).key, "Harbor Bikes");
  psid = person.psid;
  other.says(STAYS);
  // Much of others and little of them: where much of a search is deleted, FTS5 cleans it by itself.
  for (let n = 0; n < 400; n += 1) {
    if (n % 100 === 0) person.says(`axolotl-said ${n}`);
    else other.says(`filler ${n}`);
  }
  const said = person.says("axolotl-said once more");
  person.edits("bilby-edited", said.mid);
  person.sendsImage("zebra-photo");
  person.optsIn({ type: "one_time_notif_req", payload: "fossa-topic", one_time_notif_token: "1234567890" });
  await sim.settled();
  id = await eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations?limit=200");
    const found = body.conversations.find((conversation) => conversation.psid === psid);
    expect(found?.displayName).toBe(NAME);
    return found?.id ?? "";
  });
  const path = `/api/conversations/${id}`;
  const file = await client.fetch(`${desk.url}${path}/attachments?filename=echidna-file.pdf`, {
    method: "POST",
    headers: { "content-type": "application/pdf", origin: desk.url },
    body: "%PDF-1.7 zebra",
  });
  const { upload } = (await file.json()) as { upload: { attachmentId: string; type: string } };
  await client.post(`${path}/messages`, { clientId: "1", text: "caracal-replied" });
  await client.post(`${path}/messages`, { clientId: "2", attachment: { attachmentId: upload.attachmentId } });
  await eventually(async () => expect(person.received()).toHaveLength(2));
  sim.faults.failNext({ operation: "messages", code: 100, message: "No such person: dikdik-failed" });
  await client.post(`${path}/messages`, { clientId: "3", text: "dikdik-failed" });
  person.reads();
  await sim.settled();
  const image = await eventually(async () => {
    const { body } = await client.get<MessageList>(`${path}/messages?limit=200`);
    expect(body.messages.some(({ status, text }) => status === "failed" && text === "dikdik-failed")).toBe(true);
    const [src] = body.messages.flatMap(({ attachments }) =>
      attachments.flatMap(({ type, src }) => (type === "image" ? src : [])),
    );
    return src ?? "";
  });
  expect((await client.get(image)).status).toBe(200);
  expect((await client.get(`${path}/export`)).status).toBe(200);
}, 120_000);
afterAll(() => owned?.end());

const read = (sql: string) => {
  const db = new Database(owned.desk.databasePath, { readonly: true });
  const rows = db.prepare(sql).all();
  db.close();
  return rows;
};

test("nothing of an erased person is in the bytes of the database, once it is written anew", async () => {
  const { client, desk } = owned;
  const everything = [...TEXTS, NAME, "Quokka", psid, "zebra-photo"];
  expect(searchBytes(desk.databasePath, [...everything, STAYS])).toEqual([...everything, STAYS]);
  expect(read("SELECT conversation_id AS id FROM media_files")).toContainEqual({ id: Number(id) });

  expect((await client.delete(`/api/conversations/${id}`)).status).toBe(204);
  await eventually(async () => {
    expect(read("SELECT 1 FROM deletion_requests WHERE done_ms IS NULL")).toEqual([]);
  });
  for (const table of ["media_files", "uploads", "one_time_notifications", "outbox"]) {
    expect(read(`SELECT * FROM ${table}`), table).toEqual([]);
  }
  await desk.stop();
  const db = new Database(desk.databasePath);
  db.exec("VACUUM");
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  expect(searchBytes(desk.databasePath, everything)).toEqual([]);
  expect(searchBytes(desk.databasePath, [STAYS])).toEqual([STAYS]);
}, 60_000);

test("who knows the PSID can show that it was erased", () => {
  const key = createHmac("sha256", owned.desk.settings.env.AUTH_SECRET ?? "")
    .update("pagedesk: erased person")
    .digest();
  const person = createHmac("sha256", key).update(psid).digest("base64url");
  expect(
    read("SELECT action, detail FROM audit_log WHERE action IN ('person.erased', 'person.exported') ORDER BY id"),
  ).toEqual([
    { action: "person.exported", detail: JSON.stringify({ person }) },
    { action: "person.erased", detail: JSON.stringify({ person }) },
  ]);
});
