import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConversationList, Message } from "@/lib/api/schemas/inbox";
import type { MessageTemplate } from "@/lib/api/schemas/outgoing";
import { PAGE_PERMISSIONS } from "@/lib/pages/consent-permissions";
import { eventually } from "../support/eventually";
import { DANA, HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES] });
});
afterAll(() => owned?.end());

const PATH = `/api/pages/${HARBOR_BIKES}/message-templates`;
const REPAIR = { name: "repair_ready", language: "en", body: "Your frame {{1}} is repaired.", examples: ["R-1"] };
const list = async () => (await owned.client.get<{ templates: MessageTemplate[] }>(PATH)).body.templates;

test("without the permission Meta's own words are told; with it a template is made, filled, sent and deleted", async () => {
  const { sim, client } = owned;
  expect(await client.get(PATH)).toMatchObject({
    status: 502,
    body: { code: "graph_refused", detail: expect.stringContaining("page_utility_messaging") },
  });
  const permissions = [...PAGE_PERMISSIONS, "page_utility_messaging"];
  const token = sim.user(DANA).issuesPageToken(HARBOR_BIKES, { permissions }).value;
  expect(await client.post("/api/pages/token", { token })).toMatchObject({ status: 200 });

  expect(await client.post(PATH, { ...REPAIR, body: "{{1}} is repaired." })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "body" }] },
  });
  expect(await client.post(PATH, REPAIR)).toMatchObject({ status: 201, body: { template: { status: "APPROVED" } } });
  expect(await client.post(PATH, REPAIR)).toMatchObject({ status: 502, body: { code: "graph_refused" } });
  expect(await list()).toMatchObject([{ name: "repair_ready", parameters: [{ name: null }], obstacle: null }]);

  const person = sim.person(sim.addPerson({ name: "Uta Utility" }).key, "Harbor Bikes");
  person.says("Is it ready?");
  let id = "";
  await eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations");
    id = body.conversations.find(({ psid }) => psid === person.psid)?.id ?? "";
    expect(id).not.toBe("");
  });
  const send = (clientId: string, utility: object) =>
    client.post<{ message: Message }>(`/api/conversations/${id}/messages`, {
      clientId,
      utility: { name: "repair_ready", language: "en", ...utility },
    });
  expect(await send("u1", { parameters: [] })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "utility.parameters" }] },
  });
  expect(await send("u2", { language: "it", parameters: [{ text: "R-7" }] })).toMatchObject({ status: 422 });
  expect(await send("u3", { parameters: [{ text: "R-7" }] })).toMatchObject({
    status: 202,
    body: { message: { text: "Your frame R-7 is repaired." } },
  });
  await eventually(async () => expect(sim.accepted().map(({ messagingType }) => messagingType)).toContain("UTILITY"));

  sim.page("Harbor Bikes").reviewTemplate("repair_ready", "PAUSED");
  expect((await client.delete(`${PATH}?name=repair_ready`)).status).toBe(204);
  expect(await list()).toEqual([]);
  expect(await send("u4", { parameters: [{ text: "R-8" }] })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "utility.name" }] },
  });
});
