import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FieldJob, StartFieldJobResult } from "@/lib/api/schemas/field-jobs";
import type { LinkPagesResult, Page, PageHistoryEntry, SetFieldsResult } from "@/lib/api/schemas/pages";
import type { GraphFault } from "../../simulator/faults/graph-faults";
import { eventually } from "../support/eventually";
import { CASA_VERDE, DANA, HARBOR_BIKES, NORD_KAFFE, startOwnedDesk } from "../support/owned-desk";

/** The fields of one Page and of many, over HTTP and at the simulator. */
const ALL = [HARBOR_BIKES, CASA_VERDE, NORD_KAFFE];
const MANY_MERCER = "9000000000000003";
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
afterEach(() => owned?.end());

const start = async (body: Record<string, unknown>) => {
  const { status, body: answer } = await owned.client.post<StartFieldJobResult>("/api/field-jobs", body);
  expect(status, JSON.stringify(answer)).toBe(200);
  return answer;
};
const startJob = async (body: Record<string, unknown>) => (await start(body)).job as FieldJob;
const get = async (id: string) => (await owned.client.get<{ job: FieldJob }>(`/api/field-jobs/${id}`)).body.job;
const order = (id: string, what: string) =>
  owned.client.post<{ job: FieldJob; code?: string }>(`/api/field-jobs/${id}/${what}`);
const ended = (id: string) =>
  eventually(async () => {
    const job = await get(id);
    expect(job.status).not.toBe("running");
    return job;
  });
const page = async (id: string) =>
  (await owned.client.get<{ pages: Page[] }>("/api/pages")).body.pages.find((one) => one.id === id) as Page;
const atMeta = (id: string) => owned.sim.page(id).subscribedFields() ?? [];
/** What was sent to Meta as the Page's list, each time it was. */
const writes = () =>
  owned.sim
    .graphCalls("subscribed_apps")
    .filter(({ method }) => method === "POST")
    .map(({ body }) => new URLSearchParams(body).get("subscribed_fields")?.split(",") ?? []);
const refuse = (pageId: string, fault: GraphFault) =>
  owned.sim.faults.failNext({ operation: "subscribed_apps", method: "POST", path: pageId, ...fault });

describe("one Page", () => {
  beforeEach(async () => {
    owned = await startOwnedDesk({ pageIds: [CASA_VERDE] });
  });
  const path = `/api/pages/${CASA_VERDE}/fields`;

  test("a Page Meta says one may not manage is 403 with its reason, and what is wanted stays as it was", async () => {
    const before = await page(CASA_VERDE);
    refuse(CASA_VERDE, { code: 200, status: 403, message: "(#200) Requires pages_manage_metadata permission" });
    expect(await owned.client.put(path, { fields: ["messages"] })).toMatchObject({
      status: 403,
      body: { code: "page_not_allowed", detail: expect.stringContaining("Requires pages_manage_metadata") },
    });
    expect((await page(CASA_VERDE)).desiredFields).toEqual(before.desiredFields);
    expect(atMeta(CASA_VERDE)).toEqual(before.desiredFields);
  });

  test("a dead token met on the way is the Page's problem at once, and saved fields when it works end it", async () => {
    refuse(CASA_VERDE, { code: 190, subcode: 460, message: "The session has been invalidated" });
    expect(await owned.client.put(path, { fields: ["messages"] })).toMatchObject({ status: 502 });
    expect(await page(CASA_VERDE)).toMatchObject({
      status: "broken",
      tokenStatus: "invalid",
      problems: [{ code: "token_password_changed" }],
    });
    expect((await owned.client.put(path, { fields: ["messages"] })).status).toBe(200);
    expect(await page(CASA_VERDE)).toMatchObject({ status: "healthy", tokenStatus: "valid", problems: [] });
  });

  test("the whole set is written; the last field goes only by taking the desk off the Page's webhooks", async () => {
    await owned.client.put(path, { fields: ["messages"] });
    expect(await owned.client.put(path, { fields: [] })).toMatchObject({ status: 422 });
    expect(atMeta(CASA_VERDE)).toEqual(["messages"]);
    expect(await owned.client.delete<SetFieldsResult>(path)).toMatchObject({
      status: 200,
      body: { desired: [], actual: [], added: [], removed: ["messages"] },
    });
    expect(owned.sim.page(CASA_VERDE).subscribedFields()).toBeNull();
    expect(await page(CASA_VERDE)).toMatchObject({ desiredFields: [], actualFields: [], tokenStatus: "valid" });
    expect((await owned.client.put(path, { fields: ["messages", "standby"] })).status).toBe(200);
    expect(atMeta(CASA_VERDE)).toEqual(["messages", "standby"]);
  });

  test("quick changes of one Page do not lose each other: what is wanted here is what Meta has", async () => {
    const sets = [["messages"], ["messages", "standby"], ["messages", "message_reads"], ["messages", "send_cart"]];
    await Promise.all(sets.map((fields) => owned.client.put(path, { fields })));
    expect((await page(CASA_VERDE)).desiredFields).toEqual(atMeta(CASA_VERDE));
  });
});

describe("three Pages", () => {
  beforeEach(async () => {
    owned = await startOwnedDesk();
  });

  test("a dry run tells the difference of each Page and does nothing; unknown fields are named", async () => {
    const before = writes().length;
    const { differences, job } = await start({
      pageIds: [...ALL, "999"],
      add: ["send_cart"],
      remove: ["standby", "inbox_labels"],
      dryRun: true,
    });
    expect(job).toBeNull();
    expect(differences).toHaveLength(4);
    expect(differences[0]).toMatchObject({ added: ["send_cart"], removed: ["standby"], obstacle: null });
    expect(differences[3]).toMatchObject({ pageId: "999", obstacle: expect.stringContaining("no such Page") });
    expect(await owned.client.post("/api/field-jobs", { pageIds: ALL, add: ["sent_cart"] })).toMatchObject({
      status: 422,
      body: { code: "invalid_input", errors: [{ path: "add.0", message: expect.stringContaining("sent_cart") }] },
    });
    expect(await owned.client.post("/api/field-jobs", { pageIds: ALL, add: ["messages"] })).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining("Nothing would change") },
    });
    expect(writes()).toHaveLength(before);
  });

  test("a Page that would have no field left is left out, and stays as it is", async () => {
    const { desiredFields } = await page(HARBOR_BIKES);
    const { differences, job } = await start({
      changes: [
        { pageIds: [HARBOR_BIKES], remove: desiredFields },
        { pageIds: [CASA_VERDE], set: ["messages"] },
      ],
    });
    expect(differences[0]?.obstacle).toContain("no field left");
    expect(await ended(job?.id ?? "")).toMatchObject({ total: 1, done: 1 });
    expect(atMeta(HARBOR_BIKES)).toEqual(desiredFields);
    expect(atMeta(CASA_VERDE)).toEqual(["messages"]);
  });

  test("one refused by Meta is reported while the others change, tried again, and all taken back", async () => {
    const before = await page(HARBOR_BIKES);
    refuse(CASA_VERDE, { code: 200, status: 403, message: "(#200) Not today" });
    const { id } = await startJob({ pageIds: ALL, add: ["send_cart"], remove: ["standby"] });
    expect(await ended(id)).toMatchObject({
      status: "done",
      startedBy: "Dana Demo",
      total: 3,
      done: 2,
      failed: 1,
      failures: [
        { pageId: CASA_VERDE, problem: { code: "page_not_allowed", detail: "Facebook said: (#200) Not today" } },
      ],
    });
    expect(await page(CASA_VERDE)).toMatchObject({ desiredFields: before.desiredFields });

    expect(await order(id, "retry")).toMatchObject({ status: 200, body: { job: { status: "running", failed: 0 } } });
    expect(await ended(id)).toMatchObject({ done: 3, failed: 0, failures: [] });
    for (const pageId of ALL) {
      expect(atMeta(pageId)).toContain("send_cart");
      expect(atMeta(pageId)).not.toContain("standby");
    }
    expect(await order(id, "retry")).toMatchObject({ status: 409, body: { code: "field_job_state" } });
    const history = await owned.client.get<{ entries: PageHistoryEntry[] }>(`/api/pages/${CASA_VERDE}/history`);
    expect(history.body.entries[0]).toMatchObject({
      kind: "fields_changed",
      added: ["send_cart"],
      removed: ["standby"],
      userName: "Dana Demo",
    });

    const undo = (await order(id, "undo")).body.job;
    expect(undo).toMatchObject({ undoes: id, total: 3 });
    expect(await ended(undo.id)).toMatchObject({ done: 3 });
    expect(await get(id)).toMatchObject({ undoneBy: undo.id });
    for (const pageId of ALL) expect(atMeta(pageId).toSorted()).toEqual(before.desiredFields.toSorted());
    expect(await order(id, "undo")).toMatchObject({ status: 409 });
    const list = (await owned.client.get<{ jobs: FieldJob[] }>("/api/field-jobs")).body.jobs;
    expect(list.map((job) => job.id)).toEqual([undo.id, id]);
  });

  test("a Page Meta asks to slow down waits, the others go on, and the job can be cancelled", async () => {
    owned.sim.page(CASA_VERDE).rateLimit("messenger");
    refuse(CASA_VERDE, { code: 80006, times: null, message: "(#80006) There have been too many messenger api calls" });
    const { id } = await startJob({ pageIds: ALL, add: ["send_cart"] });
    await eventually(async () => expect(await get(id)).toMatchObject({ status: "running", done: 2, failed: 0 }));
    expect((await page(CASA_VERDE)).tokenStatus).toBe("valid");
    expect(await order(id, "cancel")).toMatchObject({ status: 200, body: { job: { status: "cancelled", done: 2 } } });
    expect(await order(id, "cancel")).toMatchObject({ status: 409 });
    expect(atMeta(CASA_VERDE)).not.toContain("send_cart");
    owned.sim.page(CASA_VERDE).liftRateLimit();
    owned.sim.faults.clear();
  });

  test.each([
    ["a fault that passes", 2],
    ["a limit of one Page", 613],
    ["a limit of the whole app", 4],
  ])("%s is waited for", async (_, code) => {
    refuse(NORD_KAFFE, { code, message: `(#${code}) Not now` });
    const { id } = await startJob({ pageIds: ALL, add: ["send_cart"] });
    expect(await ended(id)).toMatchObject({ done: 3, failed: 0 });
    for (const pageId of ALL) expect(atMeta(pageId)).toContain("send_cart");
  });

  test("a dead token keeps its Page out of the next job", async () => {
    owned.sim.user(DANA).killTokens("password_changed");
    const { id } = await startJob({ pageIds: [HARBOR_BIKES], add: ["send_cart"] });
    expect(await ended(id)).toMatchObject({ failed: 1, failures: [{ problem: { code: "graph_refused" } }] });
    expect(await page(HARBOR_BIKES)).toMatchObject({ status: "broken", tokenStatus: "invalid" });
    const { differences } = await start({ pageIds: [HARBOR_BIKES], add: ["send_cart"], dryRun: true });
    expect(differences[0]?.obstacle).toContain("Connect the Page again");
  });
});

test("150 Pages survive a restart half-way: every write is the full set, and each Page ends as wanted", {
  timeout: 300_000,
}, async () => {
  owned = await startOwnedDesk({ pageIds: [], env: { LOG_LEVEL: "warn" } });
  const { client, desk, sim } = owned;
  await client.consent({ person: MANY_MERCER });
  const pageIds = [...sim.user(MANY_MERCER).user.pages.keys()];
  const linked = await client.post<LinkPagesResult>("/api/pages", { pageIds });
  expect(linked.body.results.filter(({ ok }) => ok)).toHaveLength(150);
  const wanted = [...(await page(pageIds[0] as string)).desiredFields, "send_cart"];

  const writesBefore = writes().length;
  const { id } = await startJob({ pageIds, add: ["send_cart"] });
  await eventually(async () => expect((await get(id)).done).toBeGreaterThan(20));
  await desk.stop("SIGKILL");
  const db = new Database(desk.databasePath, { readonly: true });
  const waiting = db.prepare("SELECT count(*) AS n FROM field_job_pages WHERE status = 'waiting'").get();
  db.close();
  expect(waiting).toEqual({ n: expect.toSatisfy((n: number) => n > 0) });
  await desk.restart();
  expect(await ended(id)).toMatchObject({ status: "done", total: 150, done: 150, failed: 0 });
  for (const pageId of pageIds) expect(atMeta(pageId).toSorted()).toEqual(wanted.toSorted());
  const sets = writes().slice(writesBefore);
  expect(sets.length).toBeGreaterThanOrEqual(150);
  for (const set of sets) expect(set.toSorted()).toEqual(wanted.toSorted());
  expect(desk.logs()).not.toContain("EAA");
});
