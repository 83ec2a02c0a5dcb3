import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DeskClient } from "../support/desk-client";
import { CASA_VERDE, HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { aColleague, inviteToken } from "../support/staff";

/** What somebody has prepared before they are shut out, or made less, is worth nothing afterwards. */
const SAM = "9000000000000002";
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES, CASA_VERDE] });
});
afterAll(() => owned?.end());

/** Sends the head of a request and half of its body. @returns sends the rest, and answers with what status it was met */
async function begin(client: DeskClient, method: string, path: string, input: object): Promise<() => Promise<number>> {
  const body = JSON.stringify(input);
  const socket = connect(owned.desk.port, "localhost");
  const head = [
    `${method} ${path} HTTP/1.1`,
    "host: desk",
    `cookie: ${client.cookieHeader}`,
    `origin: ${owned.desk.url}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${body.slice(0, 10)}`);
  // Asked after it on the same machine, and answered: by then the other has been let in, and waits for its body.
  for (let i = 0; i < 5; i += 1) expect((await client.get("/api/me")).status).toBe(200);
  return () =>
    new Promise((resolve, reject) => {
      socket.once("data", (answer) => {
        socket.destroy();
        resolve(Number(answer.toString("latin1").slice(9, 12)));
      });
      socket.once("error", reject).write(body.slice(10));
    });
}

test("a request that was begun before, and ends afterwards", async () => {
  const admin = await aColleague(owned, { role: "admin" });
  const friend = await aColleague(owned, { role: "agent", pageIds: [HARBOR_BIKES] });
  const access = { role: "admin", hasAllPages: true, pageIds: [] };
  const finish = await begin(admin.client, "PUT", `/api/people/${friend.id}`, access);
  const settings = await begin(admin.client, "PUT", "/api/settings/sending", { markSeen: true, showTyping: true });
  expect((await owned.client.put(`/api/people/${admin.id}`, { ...access, role: "agent" })).status).toBe(204);
  expect(await settings()).toBe(403);
  expect((await owned.client.post(`/api/people/${admin.id}/deactivate`)).status).toBe(204);
  expect(await finish()).toBe(401);
  expect((await friend.client.get("/api/me")).body).toMatchObject({ user: { role: "agent", hasAllPages: false } });
});

test("an invitation they knew of, signing in as who they are", async () => {
  const sam = new DeskClient(owned.desk);
  const comeBy = async (token: string) => {
    await sam.post("/api/invitations/offer", { token });
    await sam.signIn({ person: SAM });
    return (await sam.get("/api/me")).status;
  };
  const first = await inviteToken(owned, { role: "agent" });
  const kept = await inviteToken(owned, { role: "admin" });
  expect(await comeBy(first.token)).toBe(200);
  const { body } = await sam.get<{ user: { id: string } }>("/api/me");
  await owned.client.post(`/api/people/${body.user.id}/deactivate`);
  expect(await comeBy(kept.token)).toBe(403);
  // One that was made for them to come back.
  const again = await inviteToken(owned, { role: "agent" });
  expect(await comeBy(again.token)).toBe(200);
});
