import { expect, test } from "vitest";
import { type ReadyFile, toMessages } from "./to-messages";

const quoted = { id: "1", mid: "m_1", direction: "in", authorName: null, text: "Hi", isUnsent: false } as const;
const blue = { type: "text", title: "Blue", payload: "BLUE" } as const;
const aFile = (attachmentId: string): ReadyFile => ({
  type: "image",
  filename: `${attachmentId}.png`,
  attachmentId,
  previewUrl: null,
});

test("files go first, each by itself; the words answer what is quoted and carry the quick replies", () => {
  const draft = { text: " Which one? ", quickReplies: [blue], quoted };
  expect(toMessages(draft, [aFile("4"), aFile("5")], true).map(({ content }) => content)).toEqual([
    { attachment: { type: "image", attachmentId: "4" } },
    { attachment: { type: "image", attachmentId: "5" } },
    { text: "Which one?", replyToMid: "m_1", quickReplies: [blue] },
  ]);
});

test("a file alone carries the quick replies, and is shown by its name", () => {
  const [message, ...more] = toMessages({ text: "  ", quickReplies: [blue], quoted: null }, [aFile("4")], true);
  expect(more).toEqual([]);
  expect(message?.content).toEqual({ attachment: { type: "image", attachmentId: "4" }, quickReplies: [blue] });
  expect(message?.shown).toMatchObject({ attachments: [{ type: "image", title: "4.png" }], quickReplies: ["Blue"] });
});

test("without words the first file answers what is quoted", () => {
  const messages = toMessages({ text: "", quickReplies: [], quoted }, [aFile("4"), aFile("5")], true);
  expect(messages.map(({ content }) => content.replyToMid)).toEqual(["m_1", undefined]);
});

test("a quote that Meta would not take is left out", () => {
  const [message] = toMessages({ text: "Hello", quickReplies: [], quoted }, [], false);
  expect(message?.content).toEqual({ text: "Hello" });
  expect(message?.shown.quoted).toBeNull();
});

test("nothing makes no message", () => {
  expect(toMessages({ text: " \n", quickReplies: [blue], quoted }, [], true)).toEqual([]);
});
