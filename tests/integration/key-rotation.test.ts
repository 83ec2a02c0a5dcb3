import { createHash, randomBytes } from "node:crypto";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ConversationList } from "@/lib/api/schemas/inbox";
import type { Page } from "@/lib/api/schemas/pages";
import { eventually } from "../support/eventually";
import { CASA_VERDE, HARBOR_BIKES, NORD_KAFFE, startOwnedDesk } from "../support/owned-desk";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeEach(async () => {
  owned = await startOwnedDesk();
});
afterEach(() => owned?.end());

const newKey = () => randomBytes(32).toString("base64");
const idOf = (key: string) => createHash("sha256").update(Buffer.from(key, "base64")).digest("hex").slice(0, 8);
const currentKey = () => owned.desk.settings.env.ENCRYPTION_KEY as string;

async function restartWith(...keys: string[]): Promise<void> {
  owned.desk.settings.env.ENCRYPTION_KEY = keys.join(",");
  await owned.desk.restart();
}

/** Every stored token, as it is stored. */
function storedTokens(): string[] {
  const db = new Database(owned.desk.databasePath, { readonly: true });
  const rows = db
    .prepare("SELECT token_encrypted AS value FROM pages UNION ALL SELECT token_encrypted FROM page_consents")
    .all() as { value: string | null }[];
  db.close();
  return rows.flatMap(({ value }) => value ?? []);
}

const pages = async () => (await owned.client.get<{ pages: Page[] }>("/api/pages")).body.pages;

async function canAnswer(): Promise<void> {
  const { sim, client } = owned;
  const person = sim.person(sim.addPerson({ name: `Asks ${randomBytes(4).toString("hex")}` }).key, "Harbor Bikes");
  person.says("Hello?");
  await eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations");
    const id = body.conversations.find(({ psid }) => psid === person.psid)?.id;
    expect(await client.post(`/api/conversations/${id}/messages`, { clientId: "c1", text: "Hi" })).toMatchObject({
      status: 202,
    });
  });
  await eventually(async () => expect(person.lastReceived()).toBe("Hi"));
}

test("after a new key was put in front, every token is encrypted with it, and the old key may go", async () => {
  const [old, fresh] = [currentKey(), newKey()];
  const before = storedTokens();
  expect(before).toHaveLength(4);
  await restartWith(fresh, old);
  await eventually(async () => {
    for (const value of storedTokens()) expect(value.startsWith(`v1.${idOf(fresh)}.`)).toBe(true);
  });
  const renewed = storedTokens();
  expect(renewed).toHaveLength(4);
  // Once is enough: the next start finds nothing to do.
  await restartWith(fresh, old);
  await canAnswer();
  expect(storedTokens()).toEqual(renewed);

  await restartWith(fresh);
  await canAnswer();
  expect(await owned.client.post(`/api/pages/${CASA_VERDE}/check`)).toMatchObject({
    body: { tokenStatus: "valid" },
  });
  expect(await owned.client.get("/api/pages/available")).toMatchObject({ status: 200 });
});

test("a key that is gone too early: Pages say that they have no token, nothing breaks, and with the key it is back", async () => {
  const old = currentKey();
  const before = storedTokens();
  await restartWith(newKey());
  await eventually(async () => {
    for (const page of await pages()) {
      expect(page).toMatchObject({ status: "broken", tokenStatus: "missing" });
      expect(page.problems.map(({ code }) => code)).toContain("token_missing");
    }
  });
  expect(await owned.client.post(`/api/pages/${NORD_KAFFE}/check`)).toMatchObject({ status: 200 });
  expect(await owned.client.get("/api/pages/available")).toMatchObject({ body: { code: "page_consent_needed" } });
  expect(storedTokens()).toEqual(before);

  await restartWith(old);
  for (const id of [HARBOR_BIKES, CASA_VERDE, NORD_KAFFE]) {
    expect(await owned.client.post(`/api/pages/${id}/check`)).toMatchObject({ status: 200 });
  }
  await canAnswer();
  for (const { tokenStatus, problems } of await pages()) {
    expect(tokenStatus).toBe("valid");
    expect(problems.map(({ code }) => code)).not.toContain("token_missing");
  }
});
