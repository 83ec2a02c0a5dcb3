import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DeliveryErrorList } from "@/lib/api/schemas/delivery-errors";
import type { ConversationList, Message } from "@/lib/api/schemas/inbox";
import type { Upload } from "@/lib/api/schemas/outgoing";
import { LIMITS } from "@/lib/messenger/outgoing-content";
import { eventually } from "../support/eventually";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";

type Answer = { upload?: Upload; code?: string; detail?: string };

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const png = (salt: string) => Buffer.concat([PNG, Buffer.from(salt)]);

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk();
  await owned.client.put("/api/app/subscriptions", { object: "instagram", fields: ["messages"] });
});
afterAll(() => owned?.end());
beforeEach(() => owned.sim.faults.clear());

let people = 0;

/** Somebody who has just written, and what can be uploaded and said to them. */
async function aConversation(page = "Harbor Bikes", channel: "messenger" | "instagram" = "messenger") {
  const { sim, client } = owned;
  people += 1;
  const { key } = sim.addPerson({ name: `Uploader ${people}` });
  const person = sim.person(key, page, channel);
  person.says("Have you got a picture?");
  await sim.settled();
  const id = await eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations?limit=200");
    const found = body.conversations.find(({ psid }) => psid === person.psid);
    if (!found) throw new Error("not there yet");
    return found.id;
  });
  const path = `/api/conversations/${id}/attachments`;
  return {
    id,
    person,
    path,
    upload: (filename: string, contentType: string, body: Buffer) => upload(path, { filename, contentType, body }),
    send: (clientId: string, content: object) =>
      client.post<{ message: Message }>(`/api/conversations/${id}/messages`, { clientId, ...content }),
  };
}

async function upload(
  path: string,
  { filename, contentType, body }: { filename: string; contentType: string; body: Buffer },
) {
  const { client, desk } = owned;
  const response = await client.fetch(`${desk.url}${path}?${new URLSearchParams({ filename })}`, {
    method: "POST",
    headers: { "content-type": contentType, origin: desk.url },
    body: new Uint8Array(body),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

const calls = () => owned.sim.graphCalls("message_attachments");

test("a picture goes to Meta once, under its name and type, and is sent by its id", async () => {
  const { upload, send, person } = await aConversation();
  const before = calls().length;
  const first = await upload("bike.png", "image/png", png("once"));
  expect(first).toMatchObject({
    status: 201,
    body: { upload: { type: "image", filename: "bike.png", sizeBytes: PNG.length + 4 } },
  });
  const { attachmentId, expiresAt } = first.body.upload as Upload;
  const days = (expiresAt - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(89.9);
  expect(days).toBeLessThanOrEqual(90);
  expect(calls()).toHaveLength(before + 1);

  // The same bytes again: no second call, whatever the picture is called.
  const again = await upload("copy.png", "image/png", png("once"));
  expect(again.body.upload).toMatchObject({ attachmentId, filename: "copy.png" });
  expect(calls()).toHaveLength(before + 1);

  expect(await send("c1", { attachment: { attachmentId } })).toMatchObject({ status: 202 });
  await eventually(async () => expect(person.received()).toHaveLength(1));
  expect(person.received()[0]?.attachments).toMatchObject([{ type: "image" }]);
});

test("people see what a file is called, so another name is another file", async () => {
  const { upload } = await aConversation();
  const pdf = Buffer.from("%PDF-1.7 offer");
  const one = await upload("offer-ana.pdf", "application/pdf", pdf);
  const other = await upload("offer-ben.pdf", "application/pdf", pdf);
  const oneAgain = await upload("offer-ana.pdf", "application/pdf", pdf);
  expect(one.body.upload?.attachmentId).not.toBe(other.body.upload?.attachmentId);
  expect(oneAgain.body.upload?.attachmentId).toBe(one.body.upload?.attachmentId);
});

test("an id belongs to its Page, and one that is not known is refused with the field named", async () => {
  const harbor = await aConversation();
  const casa = await aConversation("Casa Verde");
  const { body } = await harbor.upload("a.png", "image/png", png("of harbor"));
  for (const attachmentId of [body.upload?.attachmentId, "411999999999999"]) {
    const refused = await casa.send(`c ${attachmentId}`, { attachment: { attachmentId } });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: "attachment.attachmentId" }] } });
  }
  expect(casa.person.received()).toEqual([]);
});

test("for Instagram it is uploaded as Instagram's, under a plain name", async () => {
  const { upload } = await aConversation("Harbor Bikes", "instagram");
  expect(await upload("straße.png", "image/png", png("for instagram"))).toMatchObject({ status: 201 });
  const call = calls().at(-1);
  expect(JSON.stringify(call)).toContain("instagram");
  expect(await upload("a.webp", "image/webp", Buffer.from("RIFF0000WEBPVP8 "))).toMatchObject({
    status: 415,
    body: { code: "unsupported_media", detail: expect.stringContaining("JPEG, PNG, GIF") },
  });
});

test.each([
  ["a program", "setup.exe", "application/x-msdownload", Buffer.from("MZ"), 415, "unsupported_media"],
  ["a program named as a picture", "a.png", "image/png", Buffer.from("MZ\u0090"), 415, "unsupported_media"],
  ["a name that says something else", "a.exe", "image/png", PNG, 415, "unsupported_media"],
  ["a page", "a.html", "text/html", Buffer.from("<script>"), 415, "unsupported_media"],
  ["nothing", "a.png", "image/png", Buffer.alloc(0), 422, "invalid_input"],
  [
    "a picture that is too large",
    "a.png",
    "image/png",
    Buffer.concat([PNG, Buffer.alloc(LIMITS.imageBytes)]),
    413,
    "body_too_large",
  ],
  ["no name", "", "image/png", PNG, 422, "invalid_input"],
] as const)("%s is refused before Meta hears of it", async (_, filename, contentType, body, status, code) => {
  const { upload } = await aConversation();
  const before = calls().length;
  expect(await upload(filename, contentType, body)).toMatchObject({ status, body: { code } });
  expect(calls()).toHaveLength(before);
});

test("an unknown conversation, and somebody who is not signed in, are refused", async () => {
  const file = { filename: "a.png", contentType: "image/png", body: PNG };
  expect(await upload("/api/conversations/999999/attachments", file)).toMatchObject({ status: 404 });
  const { path } = await aConversation();
  const response = await fetch(`${owned.desk.url}${path}?filename=a.png`, {
    method: "POST",
    body: new Uint8Array(PNG),
  });
  expect(response.status).toBe(401);
});

/** Sends pieces by hand, as many as are taken, and answers what came back and how much had been sent by then. */
function dribble(path: string, headers: Record<string, string>, piece: Buffer, mostPieces: number) {
  const { client, desk } = owned;
  return new Promise<{ status: number; body: Answer; pieces: number }>((resolve, reject) => {
    let pieces = 0;
    let isAnswered = false;
    const request = httpRequest(`${desk.url}${path}?filename=big.pdf`, {
      method: "POST",
      headers: { cookie: client.cookieHeader, origin: desk.url, "content-type": "application/pdf", ...headers },
    });
    request.on("response", async (response) => {
      isAnswered = true;
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({
        status: response.statusCode ?? 0,
        body: JSON.parse(Buffer.concat(chunks).toString()) as Answer,
        pieces,
      });
      request.destroy();
    });
    request.on("error", (error) => {
      if (!isAnswered) reject(error);
    });
    const more = () => {
      if (isAnswered || request.destroyed || pieces >= mostPieces) return;
      pieces += 1;
      request.write(piece, () => setImmediate(more));
    };
    more();
  });
}

test("what is announced as too large is refused before it is read", async () => {
  const { path } = await aConversation();
  const announced = { "content-length": String(LIMITS.mediaBytes + 1) };
  const refused = await dribble(path, announced, Buffer.from("%PDF-"), 1);
  expect(refused).toMatchObject({
    status: 413,
    body: { code: "body_too_large", detail: "A file may have at most 25 MB." },
  });
});

test("what does not say how large it is, is refused while it comes", async () => {
  const { path } = await aConversation();
  const before = calls().length;
  const megabyte = Buffer.alloc(1024 * 1024, "%PDF-1.7 ");
  const refused = await dribble(path, { "transfer-encoding": "chunked" }, megabyte, 200);
  expect(refused).toMatchObject({ status: 413, body: { code: "body_too_large" } });
  // Buffers on the way hold some of it.
  expect(refused.pieces).toBeLessThan(60);
  expect(calls()).toHaveLength(before);
});

/** Begins an upload and leaves it there; `finish` sends the rest. */
function begin(path: string, body: Buffer) {
  const { client, desk } = owned;
  const request = httpRequest(`${desk.url}${path}?filename=held.png`, {
    method: "POST",
    headers: {
      cookie: client.cookieHeader,
      origin: desk.url,
      "content-type": "image/png",
      "content-length": String(body.length),
    },
  });
  const answer = new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    request.on("response", async (response) => resolve({ status: response.statusCode, body: await text(response) }));
    request.on("error", reject);
  });
  request.write(body.subarray(0, 8));
  return {
    answer,
    finish: () => {
      request.end(body.subarray(8));
      return answer;
    },
  };
}

test("two files at once for a person; a third is told to wait, and is taken when one is through", async () => {
  const { path, upload } = await aConversation();
  const begun = ["first", "second", "third"].map((name) => begin(path, png(name)));
  // Whichever came last is answered before it is there.
  const refused = await Promise.race(begun.map(async (one) => ({ one, ...(await one.answer) })));
  expect(refused.status).toBe(429);
  expect(JSON.parse(refused.body)).toMatchObject({ code: "too_many_uploads" });
  const [held, other] = begun.filter((one) => one !== refused.one);
  expect(await held?.finish()).toMatchObject({ status: 201 });
  await eventually(async () =>
    expect(await upload("3.png", "image/png", png("once more"))).toMatchObject({ status: 201 }),
  );
  expect(await other?.finish()).toMatchObject({ status: 201 });
});

test("what Meta refuses is told in plain words and kept among the delivery errors", async () => {
  const { upload, id } = await aConversation();
  owned.sim.faults.failNext({
    operation: "message_attachments",
    code: 100,
    subcode: 2018047,
    message: "(#100) Upload failed",
  });
  const refused = await upload("a.png", "image/png", png("refused"));
  expect(refused).toMatchObject({ status: 502, body: { code: "graph_refused" } });
  expect(refused.body.detail).not.toContain("#100");
  const { body } = await owned.client.get<DeliveryErrorList>(`/api/delivery-errors?pageId=${HARBOR_BIKES}`);
  expect(body.errors[0]).toMatchObject({ operation: "upload", code: 100, subcode: 2018047, conversationId: id });
  // Nothing was kept: the next try asks again.
  expect(await upload("a.png", "image/png", png("refused"))).toMatchObject({ status: 201 });
});
