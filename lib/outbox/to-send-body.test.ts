import { expect, test } from "vitest";
import type { SendWay } from "@/lib/messenger/decide-send";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { type SendPlan, toSendBody } from "./to-send-body";

const PSID = "7000000000000001";
const PLAN: SendPlan = { psid: PSID, way: "response", oneTimeToken: null, sendKey: "pagedesk:1" };
const UTILITY = { name: "repair_ready", language: "en", parameters: [], preview: "Ready." };
const message = (content: OutgoingContent) => toSendBody(content, PLAN).message;
const template = (payload: object) => ({ attachment: { type: "template", payload } });

/** What is to be sent, and the `message` Meta's docs show for it (metadata aside). */
const MESSAGES: [what: string, content: OutgoingContent, wire: object][] = [
  ["a text", { text: "Open until 6 pm" }, { text: "Open until 6 pm" }],
  ["a text as it was written", { text: "  “Žluť” 🚲\n&amp; " }, { text: "  “Žluť” 🚲\n&amp; " }],
  ["a text without quick replies after all", { text: "Hi", quickReplies: [] }, { text: "Hi" }],
  [
    "every kind of quick reply",
    {
      text: "Which?",
      quickReplies: [
        { type: "text", title: "Red", payload: "RED" },
        { type: "text", title: "Blue", payload: "BLUE", imageUrl: "https://img.example.test/b.png" },
        { type: "user_phone_number" },
        { type: "user_email" },
      ],
    },
    {
      text: "Which?",
      quick_replies: [
        { content_type: "text", title: "Red", payload: "RED" },
        { content_type: "text", title: "Blue", payload: "BLUE", image_url: "https://img.example.test/b.png" },
        { content_type: "user_phone_number" },
        { content_type: "user_email" },
      ],
    },
  ],
  ...(["image", "audio", "video", "file"] as const).flatMap((type): [string, OutgoingContent, object][] => [
    [
      `${type} by address`,
      { attachment: { type, url: "https://files.example.test/a" } },
      { attachment: { type, payload: { url: "https://files.example.test/a" } } },
    ],
    [
      `${type} by id`,
      { attachment: { type, attachmentId: "411000000000001", filename: "a.bin" } },
      { attachment: { type, payload: { attachment_id: "411000000000001" } } },
    ],
  ]),
  [
    "a file with quick replies",
    {
      attachment: { type: "image", attachmentId: "4" },
      quickReplies: [{ type: "text", title: "Mine", payload: "MINE" }],
    },
    {
      attachment: { type: "image", payload: { attachment_id: "4" } },
      quick_replies: [{ content_type: "text", title: "Mine", payload: "MINE" }],
    },
  ],
  [
    "a button template with every button",
    {
      template: {
        type: "button",
        text: "What next?",
        buttons: [
          { type: "postback", title: "Talk to an agent", payload: "CARE_HELP" },
          { type: "web_url", title: "Opening hours", url: "https://harborbikes.example.test/hours" },
          { type: "phone_number", title: "Call", phoneNumber: "+390212345678" },
        ],
      },
    },
    template({
      template_type: "button",
      text: "What next?",
      buttons: [
        { type: "postback", title: "Talk to an agent", payload: "CARE_HELP" },
        { type: "web_url", title: "Opening hours", url: "https://harborbikes.example.test/hours" },
        { type: "phone_number", title: "Call", payload: "+390212345678" },
      ],
    }),
  ],
  [
    "cards, with what each has and nothing else",
    {
      template: {
        type: "generic",
        elements: [
          {
            title: "Blue bike",
            subtitle: "Steel",
            imageUrl: "https://img.example.test/blue.png",
            url: "https://shop.example.test/blue",
            buttons: [{ type: "postback", title: "Buy", payload: "BUY" }],
          },
          { title: "Red bike", subtitle: "", buttons: [] },
        ],
      },
    },
    template({
      template_type: "generic",
      elements: [
        {
          title: "Blue bike",
          subtitle: "Steel",
          image_url: "https://img.example.test/blue.png",
          default_action: { type: "web_url", url: "https://shop.example.test/blue" },
          buttons: [{ type: "postback", title: "Buy", payload: "BUY" }],
        },
        { title: "Red bike" },
      ],
    }),
  ],
  [
    "asking for a one-time notification",
    { template: { type: "one_time_notif_req", title: "Tell me when it is back", topic: "RESTOCK_42" } },
    template({ template_type: "one_time_notif_req", title: "Tell me when it is back", payload: "RESTOCK_42" }),
  ],
  [
    "a utility template without blanks",
    { utility: UTILITY },
    { template: { name: "repair_ready", language: { code: "en" } } },
  ],
  [
    "a utility template with blanks by position",
    { utility: { ...UTILITY, parameters: [{ text: "R-4711" }, { text: "Ana" }] } },
    {
      template: {
        name: "repair_ready",
        language: { code: "en" },
        components: [
          {
            type: "body",
            parameters: [
              { type: "text", text: "R-4711" },
              { type: "text", text: "Ana" },
            ],
          },
        ],
      },
    },
  ],
  [
    "a utility template with blanks by name",
    { utility: { ...UTILITY, parameters: [{ name: "order_id", text: "R-4711" }] } },
    {
      template: {
        name: "repair_ready",
        language: { code: "en" },
        components: [{ type: "body", parameters: [{ type: "text", parameter_name: "order_id", text: "R-4711" }] }],
      },
    },
  ],
];

test.each(MESSAGES)("sends %s as Meta's docs have it, with the key its echo brings back", (_, content, wire) => {
  expect(message(content)).toEqual({ ...wire, metadata: "pagedesk:1" });
});

const WAYS: [way: SendWay, type: object][] = [
  ["response", { messaging_type: "RESPONSE" }],
  ["human_agent", { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" }],
  ["utility", { messaging_type: "UTILITY" }],
  ["one_time", { messaging_type: "RESPONSE" }],
];

test.each(WAYS)("by the way of %s says so, and nothing else", (way, type) => {
  const oneTimeToken = way === "one_time" ? "7712345" : null;
  expect(toSendBody({ text: "Hi" }, { ...PLAN, way, oneTimeToken })).toEqual({
    recipient: way === "one_time" ? { one_time_notif_token: "7712345" } : { id: PSID },
    ...type,
    message: { text: "Hi", metadata: "pagedesk:1" },
  });
});

test("a quote stands beside the message, and the token instead of the person", () => {
  const body = toSendBody({ text: "This one", replyToMid: "m_demoA2" }, PLAN);
  expect(body).toMatchObject({ recipient: { id: PSID }, reply_to: { mid: "m_demoA2" } });
  expect(body.message).not.toHaveProperty("reply_to");
  const spent = JSON.stringify(
    toSendBody({ text: "Back", oneTimeId: "9" }, { ...PLAN, way: "one_time", oneTimeToken: "77" }),
  );
  expect(spent).not.toContain(PSID);
  expect(spent).not.toContain("oneTimeId");
});

test("whatever is sent, however it goes: no retired tag, and no name of ours but the key", () => {
  const bodies = MESSAGES.flatMap(([, content]) =>
    WAYS.map(([way]) => toSendBody({ ...content, replyToMid: "m_1" }, { ...PLAN, way, oneTimeToken: null })),
  );
  const tags = new Set(bodies.map(({ tag }) => tag));
  expect(tags).toEqual(new Set([undefined, "HUMAN_AGENT"]));
  for (const body of bodies) {
    const isTagged = body.messaging_type === "MESSAGE_TAG";
    expect("tag" in body).toBe(isTagged);
    expect(["RESPONSE", "MESSAGE_TAG", "UTILITY"]).toContain(body.messaging_type);
    expect(JSON.stringify(body)).not.toMatch(
      /ACCOUNT_UPDATE|EVENT_UPDATE|PURCHASE_UPDATE|preview|filename|imageUrl|undefined/,
    );
  }
});
