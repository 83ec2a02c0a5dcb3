import { expect, test } from "vitest";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { toMessageContent } from "./to-message-content";

type Shown = { text: string | null; attachments?: unknown; details?: unknown };
const card = (template: string) => ({ type: "template", template, url: null, title: null });

const SHOWN: [what: string, content: OutgoingContent, shown: Shown][] = [
  ["a text", { text: "Hi" }, { text: "Hi" }],
  [
    "quick replies, by what is on them",
    {
      text: "Which?",
      quickReplies: [
        { type: "text", title: "Red", payload: "RED" },
        { type: "user_phone_number" },
        { type: "user_email" },
      ],
    },
    { text: "Which?", details: { quickReplies: ["Red", "Phone number", "E-mail address"] } },
  ],
  ["no quick replies", { text: "Hi", quickReplies: [] }, { text: "Hi" }],
  [
    "a picture by address",
    { attachment: { type: "image", url: "https://img.example.test/a.png" } },
    { text: null, attachments: [{ type: "image", url: "https://img.example.test/a.png", title: null }] },
  ],
  [
    "a file that was uploaded, by its name",
    { attachment: { type: "file", attachmentId: "4", filename: "offer.pdf" } },
    { text: null, attachments: [{ type: "file", url: null, title: "offer.pdf" }] },
  ],
  [
    "a recording whose name is not known",
    { attachment: { type: "audio", attachmentId: "4" } },
    { text: null, attachments: [{ type: "audio", url: null, title: null }] },
  ],
  [
    "buttons, under the text they belong to",
    {
      template: {
        type: "button",
        text: "What next?",
        buttons: [
          { type: "postback", title: "Agent", payload: "A" },
          { type: "phone_number", title: "Call", phoneNumber: "+39" },
        ],
      },
    },
    { text: "What next?", attachments: [{ ...card("button"), buttons: ["Agent", "Call"] }] },
  ],
  [
    "cards, with all their buttons",
    {
      template: {
        type: "generic",
        elements: [
          { title: "Blue", subtitle: "Steel", buttons: [{ type: "postback", title: "Buy", payload: "B" }] },
          { title: "Red", url: "https://shop.example.test/red" },
        ],
      },
    },
    {
      text: "Blue",
      attachments: [
        {
          ...card("generic"),
          elements: [
            { title: "Blue", subtitle: "Steel" },
            { title: "Red", subtitle: null },
          ],
          buttons: ["Buy"],
        },
      ],
    },
  ],
  [
    "a card without buttons",
    { template: { type: "generic", elements: [{ title: "Blue", subtitle: "Steel" }] } },
    { text: "Blue", attachments: [{ ...card("generic"), elements: [{ title: "Blue", subtitle: "Steel" }] }] },
  ],
  [
    "what asks for a one-time notification, by its title",
    { template: { type: "one_time_notif_req", title: "Tell me", topic: "RESTOCK" } },
    { text: "Tell me", attachments: [card("one_time_notif_req")] },
  ],
  [
    "a utility template, as the person reads it",
    { utility: { name: "ready", language: "en", parameters: [{ text: "R-1" }], preview: "R-1 is ready." } },
    { text: "R-1 is ready." },
  ],
];

test.each(SHOWN)("shows %s", (_, content, { text, attachments = null, details = null }) => {
  const shown = toMessageContent(content);
  const read = (json: string | null) => (json === null ? null : JSON.parse(json));
  expect({ text: shown.text, attachments: read(shown.attachments), details: read(shown.details) }).toEqual({
    text,
    attachments,
    details,
  });
  expect(shown.text !== null || shown.attachments !== null, "never an empty bubble").toBe(true);
});
