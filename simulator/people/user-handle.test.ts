import { describe, expect, it } from "vitest";
import type { Simulator } from "../simulator";
import { aLinkedPage, appToken, aSimulator, CASA, callGraph, HARBOR } from "../test-support/a-linked-page";

const NORD = "200000000000003";

async function inspect(simulator: Simulator, token: string) {
  const { body } = await callGraph(simulator, appToken(simulator), `debug_token?input_token=${token}`);
  return body.data as unknown as Record<string, unknown> & { granular_scopes?: Array<Record<string, unknown>> };
}

async function listAccounts(simulator: Simulator, token: string) {
  const { body } = await callGraph(simulator, token, "me/accounts?fields=id,tasks&limit=100");
  return body;
}

describe("what a person granted", () => {
  it("names the Pages each permission covers, and none where it covers all", async () => {
    const simulator = await aSimulator();
    const dana = simulator.user("Dana Demo");
    const all = await inspect(simulator, dana.grants().value);
    expect(all.granular_scopes).toContainEqual({ scope: "pages_messaging" });
    const some = dana.grants({ pageIds: [HARBOR, CASA] });
    dana.narrowsPermission("pages_messaging", [CASA]);
    const { granular_scopes } = await inspect(simulator, some.value);
    expect(granular_scopes).toContainEqual({ scope: "pages_show_list", target_ids: [HARBOR, CASA] });
    expect(granular_scopes).toContainEqual({ scope: "pages_messaging", target_ids: [CASA] });
  });

  it("is lost to a Page that is not ticked any more, while its token lives on", async () => {
    const { simulator, dana, token, ana, send } = await aLinkedPage();
    ana.says("Oi");
    dana.grants({ pageIds: [CASA] });
    expect((await send({ text: "x" })).body.error?.code).toBe(230);
    expect((await callGraph(simulator, token, `${HARBOR}/subscribed_apps`)).body.error?.code).toBe(200);
    const seen = await inspect(simulator, token);
    expect(seen.is_valid).toBe(true);
    expect(seen.granular_scopes).toContainEqual({ scope: "pages_messaging", target_ids: [CASA] });
    dana.grants();
    expect((await send({ text: "x" })).status).toBe(200);
  });

  it("may run out unused, and be declined", async () => {
    const simulator = await aSimulator();
    const dana = simulator.user("Dana Demo");
    const { value } = dana.grants();
    dana.removesPermission("pages_messaging");
    dana.removesPermission("pages_read_engagement", "expired");
    const { body } = await callGraph(simulator, value, "me/permissions");
    expect(body.data).toContainEqual({ permission: "pages_messaging", status: "declined" });
    expect(body.data).toContainEqual({ permission: "pages_read_engagement", status: "expired" });
  });
});

describe("a role on a Page", () => {
  it("may have fewer tasks, come through a business, or be missing in the list of Pages", async () => {
    const simulator = await aSimulator({ accountsPageSize: 25 });
    const dana = simulator.user("Dana Demo");
    const { value } = dana.grants();
    dana.regainsRole(HARBOR, { tasks: ["ANALYZE"] });
    dana.regainsRole(CASA, { isUnlisted: true });
    dana.regainsRole(NORD, { viaBusiness: true });
    expect((await listAccounts(simulator, value)).data).toEqual([{ id: HARBOR, tasks: ["ANALYZE"] }]);
    const unlisted = await callGraph(simulator, value, `${CASA}?fields=id,access_token,tasks`);
    expect(unlisted.body).toMatchObject({ id: CASA, access_token: expect.stringMatching(/^EAAM/) });
    expect((await callGraph(simulator, value, `${NORD}?fields=id`)).body.error?.error_subcode).toBe(33);
  });
});

it("begins the list of 150 Pages with an empty result page that has a next", async () => {
  const simulator = await aSimulator({ accountsPageSize: 25 });
  const many = simulator.user("Many Mercer").grants();
  const first = await listAccounts(simulator, many.value);
  expect(first).toMatchObject({ data: [], paging: { next: expect.stringContaining("after=") } });
  const ids: unknown[] = [];
  for (let next = first.paging?.next; next !== undefined; ) {
    const after = new URL(next).searchParams.get("after");
    const { body } = await callGraph(simulator, many.value, `me/accounts?fields=id&limit=100&after=${after}`);
    ids.push(...(body.data ?? []).map(({ id }) => id));
    next = body.paging?.next;
  }
  expect(new Set(ids).size).toBe(150);
});

describe("tokens made by hand", () => {
  it("a system user's has no end, lists its Pages, and gives Page tokens without an end", async () => {
    const simulator = await aSimulator({ accountsPageSize: 25 });
    const { id } = simulator.addSystemUser({ name: "Sync Robot", pageIds: [HARBOR] });
    const token = simulator.user(id).issuesSystemToken();
    expect(await inspect(simulator, token.value)).toMatchObject({ type: "SYSTEM_USER", expires_at: 0, user_id: id });
    const { body } = await callGraph(simulator, token.value, "me/accounts?fields=id,access_token");
    const pageToken = String(body.data?.[0]?.access_token);
    expect(await inspect(simulator, pageToken)).toMatchObject({ type: "PAGE", expires_at: 0, profile_id: HARBOR });
    expect(() => simulator.user("Dana Demo").issuesSystemToken()).toThrow("is a person");
  });

  it("a system user's may end by date", async () => {
    const simulator = await aSimulator();
    const { id } = simulator.addSystemUser({ name: "Sync Robot" });
    const token = simulator.user(id).issuesSystemToken({ expiresInMs: 60_000 });
    await simulator.advance(61_000);
    expect(await inspect(simulator, token.value)).toMatchObject({ is_valid: false, error: { subcode: 463 } });
  });

  it("a system user does not sign in", async () => {
    const simulator = await aSimulator();
    const { id } = simulator.addSystemUser({ name: "Sync Robot" });
    const query = `client_id=${simulator.settings.appId}&redirect_uri=http://localhost:3000/c&scope=pages_show_list`;
    const dialog = await fetch(`${simulator.url}/v26.0/dialog/oauth?${query}`);
    expect(await dialog.text()).not.toContain("Sync Robot");
    const chosen = await fetch(`${simulator.url}/v26.0/dialog/oauth?${query}&as=${id}`);
    expect(await chosen.text()).toContain("Choose who you are");
  });

  it("a Page token of our app works, one of another app does not", async () => {
    const simulator = await aSimulator();
    const dana = simulator.user("Dana Demo");
    const ours = dana.issuesPageToken(HARBOR);
    expect((await callGraph(simulator, ours.value, "me?fields=id")).body).toEqual({ id: HARBOR });
    const theirs = dana.issuesPageToken(HARBOR, { appId: "990000000000002" });
    expect(await inspect(simulator, theirs.value)).toMatchObject({ is_valid: false, error: { code: 100 } });
    const proven = await callGraph(simulator, theirs.value, "me?fields=id&appsecret_proof=0");
    expect(proven.body.error).toMatchObject({ code: 100, type: "GraphMethodException" });
  });
});
