import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Invitation, Offer, Person } from "@/lib/api/schemas/people";
import { DeskClient } from "../support/desk-client";
import { CASA_VERDE, HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { aColleague, inviteToken, PASSWORD } from "../support/staff";

/** Who comes in, and as what. */
const SAM = "9000000000000002";
const MANY_MERCER = "9000000000000003";
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES, CASA_VERDE] });
});
afterAll(() => owned?.end());

const people = async () => (await owned.client.get<{ people: Person[] }>("/api/people")).body.people;
const invitations = async () =>
  (await owned.client.get<{ invitations: Invitation[] }>("/api/invitations")).body.invitations;
const me = (client: DeskClient) => client.get<{ user: { role: string } }>("/api/me");
const offerOf = (client: DeskClient, token: string) =>
  client.post<{ offer: Offer; code?: string }>("/api/invitations/offer", { token });

describe("an invitation", () => {
  test("tells what it offers, lets one person in with Facebook, once, with the role and Pages it fixed", async () => {
    const { token, id } = await inviteToken(owned, { role: "agent", pageIds: [CASA_VERDE], note: "Sam" });
    expect(await invitations()).toContainEqual(expect.objectContaining({ id, note: "Sam", role: "agent" }));
    const sam = new DeskClient(owned.desk);
    expect(await offerOf(sam, token)).toMatchObject({
      status: 200,
      body: { offer: { role: "agent", pageNames: ["Casa Verde"], hasAllPages: false, invitedBy: "Dana Demo" } },
    });
    await sam.signIn({ person: SAM });
    expect(await me(sam)).toMatchObject({ status: 200, body: { user: { role: "agent", hasAllPages: false } } });
    expect((await people()).find(({ name }) => name === "Sam Support")).toMatchObject({
      pageIds: [CASA_VERDE],
      signsInWith: "facebook",
    });
    expect(await invitations()).not.toContainEqual(expect.objectContaining({ id }));
    // Whoever finds the link afterwards finds nothing.
    const late = new DeskClient(owned.desk);
    expect(await offerOf(late, token)).toMatchObject({ status: 404, body: { code: "not_found" } });
    await late.signIn({ person: MANY_MERCER });
    expect(await me(late)).toMatchObject({ status: 403, body: { code: "not_invited" } });
  });

  test("is taken by one of two who follow it at the same moment", async () => {
    const { token } = await inviteToken(owned, { role: "developer" });
    const join = (n: number) =>
      new DeskClient(owned.desk).post("/api/invitations/accept", {
        token,
        name: `Quick ${n}`,
        email: `quick${n}@staff.example.test`,
        password: PASSWORD,
      });
    const answers = await Promise.all([join(1), join(2), join(3)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect((await people()).filter(({ name }) => name.startsWith("Quick"))).toHaveLength(1);
  });

  test("that was withdrawn lets nobody in", async () => {
    const { token, id } = await inviteToken(owned, { role: "agent" });
    expect((await owned.client.delete(`/api/invitations/${id}`)).status).toBe(204);
    expect((await offerOf(new DeskClient(owned.desk), token)).status).toBe(404);
    expect((await owned.client.delete(`/api/invitations/${id}`)).status).toBe(404);
  });

  test("does not change the place of somebody who is in already, and stays for whom it is meant", async () => {
    const { token } = await inviteToken(owned, { role: "agent", pageIds: [CASA_VERDE] });
    const dana = new DeskClient(owned.desk);
    await offerOf(dana, token);
    await dana.signIn({ person: "9000000000000001" });
    expect(await me(dana)).toMatchObject({ body: { user: { role: "owner", hasAllPages: true } } });
    expect((await offerOf(dana, token)).status).toBe(200);
  });

  test("needs a password that is long enough, and an address nobody has", async () => {
    const { email } = await aColleague(owned, { role: "agent" });
    const { token } = await inviteToken(owned, { role: "agent" });
    const join = (given: Record<string, string>) =>
      new DeskClient(owned.desk).post("/api/invitations/accept", {
        token,
        name: "New",
        email: "new@staff.example.test",
        password: PASSWORD,
        ...given,
      });
    const at = (path: string) => ({ status: 422, body: { errors: [{ path }] } });
    expect(await join({ password: "short" })).toMatchObject(at("password"));
    expect(await join({ password: "passwordpassword" })).toMatchObject(at("password"));
    expect(await join({ email: "nonsense" })).toMatchObject(at("email"));
    expect(await join({ email: email.toUpperCase() })).toMatchObject(at("email"));
    expect((await join({})).status).toBe(204);
  });

  test("cannot give more than whoever makes it has, or Pages that are not here", async () => {
    const { client } = await aColleague(owned, { role: "admin" });
    const invite = (role: string, pageIds: string[] = []) =>
      client.post("/api/invitations", { note: "x", role, hasAllPages: pageIds.length === 0, pageIds });
    expect(await invite("owner")).toMatchObject({ status: 403, body: { code: "not_allowed" } });
    expect(await invite("agent", ["424242"])).toMatchObject({ status: 422, body: { errors: [{ path: "pageIds" }] } });
    expect((await invite("admin")).status).toBe(201);
    const limited = await aColleague(owned, { role: "admin", pageIds: [CASA_VERDE] });
    const refused = await limited.client.post("/api/invitations", {
      note: "x",
      role: "agent",
      hasAllPages: true,
      pageIds: [],
    });
    expect(refused).toMatchObject({ status: 403, body: { code: "not_allowed" } });
  });
});
