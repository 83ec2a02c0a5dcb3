import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConversationList } from "@/lib/api/schemas/inbox";
import { eventually } from "../support/eventually";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { runDeskCommand } from "../support/run-desk-command";
import { searchBytes } from "../support/search-bytes";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
const folder = mkdtempSync(join(tmpdir(), "pagedesk-person-"));
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES] });
});
afterAll(async () => {
  await owned?.end();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => runDeskCommand(owned.desk.settings.env, args);

/** Somebody who wrote this, and how to name them to a command. */
async function aPersonWho(says: string) {
  const { sim, client } = owned;
  const person = sim.person(sim.addPerson({ name: says }).key, "Harbor Bikes");
  const { psid } = person;
  person.says(says);
  await sim.settled();
  await eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations?limit=200");
    expect(body.conversations.map((conversation) => conversation.psid)).toContain(psid);
  });
  return { psid, named: ["--page", HARBOR_BIKES, "--psid", psid] };
}

test("beside a running desk a person is taken out as a file that only its owner may read, and never over another", async () => {
  const { named, psid } = await aPersonWho("Axolotl");
  const file = join(folder, "axolotl.json");
  expect(await run("person", "export", ...named, "--file", file)).toEqual({
    code: 0,
    printed: `Written to ${file}.\n`,
  });
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
    profile: { psid },
    messages: [{ text: "Axolotl" }],
    events: [{ payload: { message: { text: "Axolotl" } } }],
  });
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(await run("person", "export", ...named, "--file", file)).toMatchObject({ code: 2 });
  const shown = await run("person", "export", ...named);
  expect(JSON.parse(shown.printed)).toMatchObject({ profile: { psid } });
});

test("beside a running desk a person is erased, and the desk goes on", async () => {
  const { named, psid } = await aPersonWho("Bilby");
  expect(await run("person", "erase", ...named)).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/^Erased\./),
  });
  const { body } = await owned.client.get<ConversationList>("/api/conversations?limit=200");
  expect(body.conversations.map((conversation) => conversation.psid)).not.toContain(psid);
  expect(await run("person", "export", ...named)).toEqual({
    code: 1,
    printed: "There is no conversation with this person on this Page.\n",
  });
  expect(await run("person", "erase", ...named)).toMatchObject({
    code: 0,
    printed: expect.stringContaining("There is no conversation with this person on this Page."),
  });
  const { psid: next } = await aPersonWho("Caracal");
  expect(next).not.toBe(psid);
});

test("without a desk that runs, too; written anew, the database holds no byte of them", async () => {
  const { named, psid } = await aPersonWho("Dikdik");
  await owned.desk.stop();
  expect(searchBytes(owned.desk.databasePath, [psid, "Dikdik"])).toEqual([psid, "Dikdik"]);
  expect(await run("person", "erase", ...named)).toMatchObject({ code: 0 });
  expect(await run("vacuum")).toMatchObject({ code: 0, printed: expect.stringMatching(/^Written anew: \d+ MB/) });
  expect(searchBytes(owned.desk.databasePath, [psid, "Dikdik", "Bilby"])).toEqual([]);
  await owned.desk.restart();
  expect((await owned.client.get("/api/conversations")).status).toBe(200);
});

test("what is not said, or not there, is told in a sentence that repeats no value", async () => {
  expect(await run("person", "forget")).toMatchObject({ code: 2, printed: expect.stringContaining("export or erase") });
  const page = await run("person", "erase", "--page", "my-secret", "--psid", "1");
  expect(page).toEqual({ code: 2, printed: "--page takes the id of a Page: digits only.\n" });
  expect(await run("person", "erase", "--page", HARBOR_BIKES)).toMatchObject({ code: 2 });
  const elsewhere = { ...owned.desk.settings.env, DATABASE_URL: `file:${folder}/none.db` };
  const none = await runDeskCommand(elsewhere, ["person", "export", "--page", "1", "--psid", "1"]);
  expect(none).toMatchObject({ code: 1, printed: expect.stringContaining("There is no database at") });
});
