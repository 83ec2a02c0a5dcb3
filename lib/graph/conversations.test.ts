import { expect, test, vi } from "vitest";
import { listNewestMessages, type ToldMessage } from "./conversations";
import { GraphClient } from "./graph-client";

const PSID = "7000000000000001";
const PAGE = "200000000000001";

/** What is read of an answer of Graph's with this body. */
async function read(body: unknown): Promise<ToldMessage[] | null> {
  const fetched = vi.spyOn(globalThis, "fetch").mockImplementation(async () => Response.json(body));
  const graph = new GraphClient({ baseUrl: "https://graph.test", version: "v26.0", appId: "1", appSecret: "s" });
  try {
    return await listNewestMessages(graph, { pageId: PAGE, pageToken: "t", psid: PSID, channel: "messenger" });
  } finally {
    const url = new URL(String(fetched.mock.calls[0]?.[0]));
    expect(url.pathname).toBe(`/v26.0/${PAGE}/conversations`);
    expect(url.searchParams.get("user_id")).toBe(PSID);
    expect(url.searchParams.get("platform")).toBe("messenger");
    fetched.mockRestore();
  }
}
const thread = (...messages: object[]) => ({ data: [{ id: "t_1", messages: { data: messages } }] });
const said = { id: "m_1", created_time: "2026-11-20T10:15:30+0000", from: { id: PAGE, name: "Harbor Bikes" } };
const file = (attachment: object) => thread({ ...said, attachments: { data: [attachment] } });

test("reads the newest messages as Meta writes them", async () => {
  const person = { ...said, id: "m_0", from: { id: PSID, email: `${PSID}@facebook.com` }, message: "Hi" };
  expect(await read(thread({ ...said, message: "Open until 6 pm" }, person))).toEqual([
    {
      mid: "m_1",
      createdMs: Date.UTC(2026, 10, 20, 10, 15, 30),
      isFromPerson: false,
      text: "Open until 6 pm",
      attached: [],
    },
    expect.objectContaining({ mid: "m_0", isFromPerson: true, text: "Hi" }),
  ]);
});

test.each([
  ["image/jpeg", { mime_type: "image/jpeg", image_data: { url: "https://cdn.test" } }, "image"],
  ["audio/mpeg", { mime_type: "audio/mpeg" }, "audio"],
  ["video/mp4", { mime_type: "video/mp4" }, "video"],
  ["application/pdf", { mime_type: "application/pdf", name: "a.pdf" }, "file"],
  ["a picture without a MIME type", { image_data: { url: "https://cdn.test" } }, "image"],
  ["a video without one", { video_data: { url: "https://cdn.test" }, mime_type: null }, "video"],
  ["anything else", { file_url: "https://cdn.test" }, null],
])("tells the kind of a file: %s", async (_, attachment, kind) => {
  expect(await read(file(attachment))).toMatchObject([{ attached: [kind], text: "" }]);
});

test.each([
  ["message", { message: null }],
  ["attachments", { attachments: null }],
  ["author", { from: null }],
])("a message with an empty %s is still one", async (_, empty) => {
  expect(await read(thread({ ...said, ...empty }))).toMatchObject([{ mid: "m_1", isFromPerson: false }]);
});

test.each([
  ["no conversation", { data: [] }],
  ["a conversation without messages", { data: [{ id: "t_1" }] }],
])("%s says nothing of what was sent, because the person has written", async (_, body) => {
  expect(await read(body)).toBeNull();
});

test.each([
  ["no list", {}],
  ["a message at no time", thread({ ...said, created_time: "yesterday" })],
  ["a message without an id", thread({ ...said, id: "" })],
])("%s is no look at all", async (_, body) => {
  await expect(read(body)).rejects.toMatchObject({ name: "GraphUnavailableError" });
});
