import { afterAll, beforeAll, expect, test } from "vitest";
import type {
  DeliveryError,
  DeliveryErrorGroupList,
  DeliveryErrorList,
  DeliveryErrorSelection,
  MarkErrorsResult,
  RetryErrorsResult,
} from "@/lib/api/schemas/delivery-errors";
import type { ConversationList, MessageList } from "@/lib/api/schemas/inbox";
import { eventually } from "../support/eventually";
import { CASA_VERDE, HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk();
});
afterAll(() => owned?.end());

const HELD = { operation: "messages", code: 10, subcode: 2018300, message: "(#10) Another app" } as const;
const BLOCKED = { operation: "messages", code: 551, subcode: 1545041 } as const;

/** Somebody who wrote, and a reply to them that failed: its delivery error, and what they received. */
async function aFailedReply(
  name: string,
  fault: Parameters<typeof owned.sim.faults.failNext>[0],
  page = "Harbor Bikes",
) {
  const { sim, client } = owned;
  const person = sim.person(sim.addPerson({ name }).key, page);
  person.says("Hello?");
  await sim.settled();
  const conversationId = await eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations?limit=200");
    const found = body.conversations.find(({ psid }) => psid === person.psid);
    if (!found) throw new Error("not there yet");
    return found.id;
  });
  const path = `/api/conversations/${conversationId}/messages`;
  sim.faults.failNext(fault);
  await client.post(path, { clientId: name, text: `Answer to ${name}` });
  const ours = async () =>
    (await client.get<MessageList>(path)).body.messages.find(({ direction }) => direction === "out");
  const id = await eventually(async () => {
    const error = (await ours())?.error;
    if (!error) throw new Error("has not failed yet");
    return error.deliveryErrorId;
  });
  return { id, conversationId, ours, sent: () => sim.sentTo(person.psid).map(({ text }) => text) };
}

const one = async (id: string) =>
  (await owned.client.get<{ error: DeliveryError }>(`/api/delivery-errors/${id}`)).body.error;
const list = async (query: string) =>
  (await owned.client.get<DeliveryErrorList>(`/api/delivery-errors?${query}`)).body.errors.map(({ id }) => id);
const group = async (pageId: string, cause: string) =>
  (await owned.client.get<DeliveryErrorGroupList>(`/api/delivery-errors/groups?pageId=${pageId}&cause=${cause}`)).body
    .groups[0];
type Selected = { selection: DeliveryErrorSelection; dryRun?: boolean };
const retries = async (body: Selected) =>
  (await owned.client.post<RetryErrorsResult>("/api/delivery-errors/retries", body)).body;

test("a failed reply is an error with all that Meta said, found by every filter, and counted in its group", async () => {
  const failed = await aFailedReply("Fay", HELD);
  expect(await one(failed.id)).toMatchObject({
    id: failed.id,
    displayName: "Fay",
    preview: "Answer to Fay",
    pageId: HARBOR_BIKES,
    conversationId: failed.conversationId,
    operation: "send_message",
    code: 10,
    subcode: 2018300,
    message: "(#10) Another app",
    fbtraceId: expect.stringMatching(/./),
    status: "open",
    cause: "10/2018300",
    errorClass: "window",
  });
  for (const query of [
    "",
    "status=open",
    `pageId=${HARBOR_BIKES}&status=open`,
    "cause=10/2018300",
    "errorClass=window&status=open",
    `conversationId=${failed.conversationId}`,
  ]) {
    expect(await list(query), query).toEqual([failed.id]);
  }
  for (const query of ["status=known", `pageId=${CASA_VERDE}`, "cause=2", "errorClass=token", "conversationId=99999"]) {
    expect(await list(query), query).toEqual([]);
  }
  expect(await group(HARBOR_BIKES, "10/2018300")).toMatchObject({
    total: 1,
    open: 1,
    errorClass: "window",
    days: [...new Array(13).fill(0), 1],
  });

  expect(await owned.client.post(`/api/delivery-errors/${failed.id}/retry`)).toMatchObject({ status: 202 });
  await eventually(async () => expect(await one(failed.id)).toMatchObject({ status: "resolved", retryable: false }));
  expect(failed.sent()).toEqual(["Answer to Fay"]);
  expect(await group(HARBOR_BIKES, "10/2018300")).toMatchObject({ total: 1, open: 0 });
  const again = await owned.client.post(`/api/delivery-errors/${failed.id}/retry`);
  expect(again).toMatchObject({ status: 409, body: { code: "retry_impossible" } });
});

test("a whole group is tried again at once, after saying what would go; what may have arrived stays out of it", async () => {
  const cause = { selection: { pageId: CASA_VERDE, cause: "10/2018300" } };
  const failed = [
    await aFailedReply("Gus", HELD, "Casa Verde"),
    await aFailedReply("Gil", HELD, "Casa Verde"),
    await aFailedReply("Gia", HELD, "Casa Verde"),
  ];
  expect(await retries({ ...cause, dryRun: true })).toEqual({
    retried: 3,
    going: failed.map(({ id }, index) => {
      const name = ["Gus", "Gil", "Gia"][index];
      return { deliveryErrorId: id, displayName: name, preview: `Answer to ${name}`, previewKind: "text" };
    }),
    refused: [],
    hasMore: false,
    nextCursor: null,
  });
  expect(failed.flatMap((each) => each.sent())).toEqual([]);
  expect(await group(CASA_VERDE, "10/2018300")).toMatchObject({ open: 3 });

  expect(await retries(cause)).toMatchObject({ retried: 3, refused: [] });
  await eventually(async () => {
    expect(failed.flatMap((each) => each.sent()).sort()).toEqual(["Answer to Gia", "Answer to Gil", "Answer to Gus"]);
    expect(await group(CASA_VERDE, "10/2018300")).toMatchObject({ total: 3, open: 0 });
  });
  expect(await retries(cause)).toMatchObject({ retried: 0, refused: [] });

  const unsure = await aFailedReply("Una", { operation: "messages", reset: true }, "Casa Verde");
  expect(await retries({ selection: { ids: [unsure.id] } })).toMatchObject({
    retried: 0,
    refused: [{ deliveryErrorId: unsure.id, reason: expect.stringContaining("one by one") }],
  });
  expect(await unsure.ours()).toMatchObject({ status: "unconfirmed" });
});

test("a selection says for each one that cannot go why", async () => {
  const [fine, invalid] = [
    await aFailedReply("Sam", BLOCKED),
    await aFailedReply("Sid", { operation: "messages", code: 100 }),
  ];
  const gone = "999999";
  const selection = { ids: [fine.id, invalid.id, gone] };
  const expected = {
    retried: 1,
    refused: [
      { deliveryErrorId: invalid.id, reason: (await one(invalid.id)).obstacle },
      { deliveryErrorId: gone, reason: "There is no such delivery error." },
    ],
  };
  expect(await retries({ selection, dryRun: true })).toMatchObject(expected);
  expect(await retries({ selection })).toMatchObject(expected);
  await eventually(async () => expect(await one(fine.id)).toMatchObject({ status: "resolved" }));
  expect(await one(invalid.id)).toMatchObject({ status: "open" });
});

test("known errors leave what is open, and come back when they are not known after all", async () => {
  const failed = await aFailedReply("Kim", BLOCKED);
  const mark = async (isKnown: boolean) =>
    (
      await owned.client.post<MarkErrorsResult>("/api/delivery-errors/marks", {
        selection: { ids: [failed.id] },
        isKnown,
      })
    ).body;
  const before = (await group(HARBOR_BIKES, "551/1545041"))?.open ?? 0;
  expect(await mark(true)).toEqual({ changed: 1, hasMore: false });
  expect(await mark(true)).toEqual({ changed: 0, hasMore: false });
  expect(await list("status=known")).toEqual([failed.id]);
  expect(await group(HARBOR_BIKES, "551/1545041")).toMatchObject({ open: before - 1 });
  expect(await mark(false)).toEqual({ changed: 1, hasMore: false });
  expect(await group(HARBOR_BIKES, "551/1545041")).toMatchObject({ open: before });
});

test("what cannot be asked for is refused with the field", async () => {
  const { client } = owned;
  for (const query of ["status=nope", "errorClass=nope", "conversationId=abc", "limit=0", "cursor=abc"]) {
    const field = query.split("=")[0];
    const answer = await client.get(`/api/delivery-errors?${query}`);
    expect(answer, query).toMatchObject({ status: 422, body: { errors: [{ path: field }] } });
  }
  expect(await client.post("/api/delivery-errors/retries", { selection: { ids: [] } })).toMatchObject({ status: 422 });
  expect(await client.post("/api/delivery-errors/marks", { selection: { ids: ["x"] }, isKnown: true })).toMatchObject({
    status: 422,
  });
  expect(await client.get("/api/delivery-errors/999999")).toMatchObject({ status: 404 });
  expect(await client.post("/api/delivery-errors/999999/retry")).toMatchObject({ status: 404 });
});
