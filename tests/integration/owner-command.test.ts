import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "@/lib/api/schemas/people";
import { DeskClient } from "../support/desk-client";
import { DANA, startOwnedDesk } from "../support/owned-desk";
import { runDeskCommand } from "../support/run-desk-command";
import { aColleague, PASSWORD } from "../support/staff";

/** How an owner who is locked out gets back in, beside a desk that runs. */
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [] });
});
afterAll(() => owned?.end());

async function linkFor(email: string) {
  const { code, printed } = await runDeskCommand(owned.desk.settings.env, ["owner", "--email", email]);
  expect(code, printed).toBe(0);
  const [, token] = /\/join#(\S+)/.exec(printed) ?? [];
  return { token: token as string, printed };
}

const roleOf = async (client: DeskClient) =>
  (await client.get<{ user?: { role: string } }>("/api/me")).body.user?.role ?? null;
const NEW = "seven blue kettles";

test("somebody who has forgotten their password gets a new one, is let in again as owner, and old sessions end", async () => {
  const other = await aColleague(owned, { role: "owner", name: "Olga Owner" });
  await owned.client.post(`/api/people/${other.id}/deactivate`);
  const { token, printed } = await linkFor(other.email.toUpperCase());
  expect(printed).toContain("new password");
  const joined = { token, name: "Whatever", email: other.email, password: NEW };
  const browser = new DeskClient(owned.desk);
  expect(await browser.post("/api/invitations/offer", { token })).toMatchObject({
    body: { offer: { role: "owner", email: other.email, invitedBy: null } },
  });
  expect((await browser.post("/api/invitations/accept", joined)).status).toBe(204);
  expect((await browser.post("/api/invitations/accept", joined)).status).toBe(404);
  expect(await browser.signInWithPassword(other.email, PASSWORD)).toBe(false);
  expect(await browser.signInWithPassword(other.email, NEW)).toBe(true);
  expect(await roleOf(browser)).toBe("owner");
  expect(await roleOf(other.client)).toBeNull();
});

test("somebody who signs in with Facebook and was shut out, or made less, is an owner again", async () => {
  const second = await aColleague(owned, { role: "owner" });
  const { body } = await second.client.get<{ people: Person[] }>("/api/people");
  const dana = body.people.find(({ name }) => name === "Dana Demo") as Person;
  await second.client.put(`/api/people/${dana.id}`, { role: "agent", hasAllPages: true, pageIds: [] });
  await second.client.post(`/api/people/${dana.id}/deactivate`);
  const { token } = await linkFor("dana@example.com");
  const browser = new DeskClient(owned.desk);
  await browser.post("/api/invitations/offer", { token });
  await browser.signIn({ person: DANA });
  expect(await roleOf(browser)).toBe("owner");
});

test("it says what is missing, and leaves its trace in the audit log", async () => {
  const run = (...args: string[]) => runDeskCommand(owned.desk.settings.env, ["owner", ...args]);
  for (const args of [[], ["--email", "nonsense"], ["--mail", "a@b.test"]]) {
    expect(await run(...args)).toMatchObject({ code: 2, printed: expect.stringContaining("--email") });
  }
  const nowhere = { ...owned.desk.settings.env, DATABASE_URL: "file:/tmp/there-is-no-such.db" };
  expect(await runDeskCommand(nowhere, ["owner", "--email", "a@b.test"])).toMatchObject({
    code: 1,
    printed: expect.stringContaining("There is no database"),
  });
  const { token } = await linkFor("trace@example.com");
  const second = await aColleague({ desk: owned.desk, client: await anOwner(token) }, { role: "admin" });
  const { body } = await second.client.get<{ entries: { userName: string | null; detail: unknown }[] }>(
    "/api/audit-log?action=invitation.created&limit=5",
  );
  expect(body.entries).toContainEqual(
    expect.objectContaining({ userName: null, detail: expect.objectContaining({ by: "command line" }) }),
  );
});

async function anOwner(token: string): Promise<DeskClient> {
  const client = new DeskClient(owned.desk);
  const [email, password] = ["trace@example.com", NEW];
  await client.post("/api/invitations/accept", { token, name: "Trace", email, password });
  await client.signInWithPassword(email, password);
  return client;
}
