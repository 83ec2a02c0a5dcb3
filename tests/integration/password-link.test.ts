import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditEntry, Invitation } from "@/lib/api/schemas/people";
import { DeskClient } from "../support/desk-client";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { aColleague, inviteToken, PASSWORD } from "../support/staff";

/** What a link is worth, and for how long: never more than whoever made it. */
const SAM = "9000000000000002";
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES] });
});
afterAll(() => owned?.end());

const NEW = "another horse battery";
const offer = (token: string) => new DeskClient(owned.desk).post("/api/invitations/offer", { token });
const accept = (token: string, email: string, password = NEW) =>
  new DeskClient(owned.desk).post("/api/invitations/accept", { token, name: "Whoever", email, password });

async function linkFor(id: string, maker = owned.client) {
  const answer = await maker.post<{ link: string }>(`/api/people/${id}/password-link`);
  return { status: answer.status, token: answer.body.link?.split("#")[1] ?? "" };
}

test("a link for a new password changes the password and nothing else, once", async () => {
  const lou = await aColleague(owned, { role: "agent", pageIds: [HARBOR_BIKES] });
  const { status, token } = await linkFor(lou.id);
  expect(status).toBe(201);
  expect(await offer(token)).toMatchObject({ status: 200, body: { offer: { email: lou.email } } });
  // Their place has changed since it was made.
  await owned.client.put(`/api/people/${lou.id}`, { role: "developer", hasAllPages: true, pageIds: [] });
  expect((await accept(token, lou.email)).status).toBe(204);
  expect((await lou.client.get("/api/me")).status).toBe(401);
  expect(await lou.client.signInWithPassword(lou.email, PASSWORD)).toBe(false);
  expect(await lou.client.signInWithPassword(lou.email, NEW)).toBe(true);
  expect((await lou.client.get("/api/me")).body).toMatchObject({
    user: { name: lou.name, role: "developer", hasAllPages: true },
  });
  expect((await accept(token, lou.email)).status).toBe(404);
  const log = await owned.client.get<{ entries: AuditEntry[] }>("/api/audit-log?action=user.password_set");
  expect(log.body.entries[0]).toMatchObject({ userId: lou.id, target: lou.id });
  expect(JSON.stringify(log.body)).not.toContain(NEW);
});

test("it lets nobody in through Facebook", async () => {
  const lou = await aColleague(owned, { role: "admin" });
  const { token } = await linkFor(lou.id);
  const sam = new DeskClient(owned.desk);
  await sam.post("/api/invitations/offer", { token });
  await sam.signIn({ person: SAM });
  expect(await sam.get("/api/me")).toMatchObject({ status: 403, body: { code: "not_invited" } });
});

test("it lets nobody back in who has been shut out since", async () => {
  const lou = await aColleague(owned, { role: "agent" });
  const { token } = await linkFor(lou.id);
  await owned.client.post(`/api/people/${lou.id}/deactivate`);
  expect((await offer(token)).status).toBe(404);
  expect((await accept(token, lou.email)).status).toBe(404);
  expect((await linkFor(lou.id)).status).toBe(422);
});

test("nobody gets one for themselves, for whom they may not change, or for who signs in with Facebook", async () => {
  const admin = await aColleague(owned, { role: "admin" });
  const other = await aColleague(owned, { role: "owner" });
  const { body } = await owned.client.get<{ user: { id: string } }>("/api/me");
  expect((await linkFor(admin.id, admin.client)).status).toBe(403);
  expect((await linkFor(other.id, admin.client)).status).toBe(403);
  expect((await linkFor(body.user.id, other.client)).status).toBe(422);
  expect((await linkFor("nobody")).status).toBe(404);
});

test("an admin's link for a colleague is dead once the colleague is an owner", async () => {
  const admin = await aColleague(owned, { role: "admin" });
  const lou = await aColleague(owned, { role: "agent" });
  const { token } = await linkFor(lou.id, admin.client);
  await owned.client.put(`/api/people/${lou.id}`, { role: "owner", hasAllPages: true, pageIds: [] });
  expect((await accept(token, lou.email)).status).toBe(404);
  expect(await lou.client.signInWithPassword(lou.email, PASSWORD)).toBe(true);
});

test.each(["shut out", "made an agent"])("an invitation is dead once whoever made it is %s", async (what) => {
  const admin = await aColleague(owned, { role: "admin" });
  const { token, id } = await inviteToken({ desk: owned.desk, client: admin.client }, { role: "admin" });
  expect((await offer(token)).status).toBe(200);
  if (what === "shut out") await owned.client.post(`/api/people/${admin.id}/deactivate`);
  else await owned.client.put(`/api/people/${admin.id}`, { role: "agent", hasAllPages: true, pageIds: [] });
  expect((await offer(token)).status).toBe(404);
  expect((await accept(token, "back.again@example.test")).status).toBe(404);
  const sam = new DeskClient(owned.desk);
  await sam.post("/api/invitations/offer", { token });
  await sam.signIn({ person: SAM });
  expect((await sam.get("/api/me")).status).toBe(403);
  const { body } = await owned.client.get<{ invitations: Invitation[] }>("/api/invitations");
  expect(body.invitations.map((each) => each.id)).not.toContain(id);
});
