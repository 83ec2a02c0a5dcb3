import { HARBOR_BIKES } from "./owned-desk";

type Writer = { psid: string; index: number };

/** What people send most: a message from an ad with everything attached to it, and a tap. */
export function anEntrySaying(text: string, writer: Writer) {
  const referral = aReferral(text);
  const message = {
    mid: toMid("text", writer),
    text,
    quick_reply: { payload: text },
    referral,
    commands: [{ name: text }],
  };
  return toEntry(text, writer, [
    { message },
    { message: { mid: toMid("files", writer), attachments: attachmentsSaying(text) } },
    { postback: { mid: toMid("postback", writer), title: text, payload: text, referral } },
    { reaction: { mid: toMid("text", writer), action: "react", reaction: text, emoji: text } },
    { optin: { type: "one_time_notif_req", payload: text, one_time_notif_token: `token-${writer.index}` } },
    { [text]: { [text]: text } },
  ]);
}

/** Every other kind of item that carries somebody's words. */
export function aRareEntrySaying(text: string, writer: Writer) {
  const product = { id: text, name: text, unit_price: text, currency: text, quantity: 1 };
  const screens = [{ screen_id: 0, questions: { [text]: { type: "csat", payload: text } } }];
  return toEntry(text, writer, [
    { message: { mid: toMid("product", writer), text, referral: { product: { id: text } }, reply_to: { mid: text } } },
    { message: { mid: toMid("story", writer), text, reply_to: { story: { id: text, url: text } } } },
    { message: { mid: toMid("echo", writer), is_echo: true, app_id: 263902037430900, text, metadata: text } },
    { message_edit: { mid: toMid("product", writer), text: `Edited ${text}`, num_edit: 1 } },
    { referral: { ...aReferral(text), source: text, type: text } },
    { optin: { ref: text, user_ref: text } },
    { account_linking: { status: text, authorization_code: text } },
    { order: { products: [product], note: text } },
    { template: { type: "coupon", payload: text, coupon_code: text } },
    { messaging_feedback: { feedback_screens: screens } },
    { response_feedback: { feedback: text, mid: toMid("story", writer) } },
    { messaging_customer_information: { screens: [{ screen_id: text, responses: [{ key: text, value: text }] }] } },
    { request_thread_control: { requested_owner_app_id: text, metadata: text } },
    { policy_enforcement: { action: text, reason: text } },
  ]);
}

const toMid = (name: string, { index }: Writer) => `m_hostile_${name}_${index}`;

function aReferral(text: string) {
  const ad = { ad_title: `Ad ${text}`, photo_url: text, video_url: text, post_id: text, product_id: text };
  return { source: "ADS", type: "OPEN_THREAD", ref: text, ad_id: text, ads_context_data: ad };
}

function toEntry(text: string, { psid }: Writer, items: readonly Record<string, unknown>[]) {
  const timestamp = Date.now();
  const frame = { sender: { id: psid }, recipient: { id: HARBOR_BIKES } };
  return {
    id: HARBOR_BIKES,
    time: timestamp,
    messaging: items.map((item, place) => ({ ...frame, timestamp: timestamp + place, ...item })),
    changes: [
      { field: text, value: { message: text } },
      { field: "feed", value: { item: text, verb: text, message: text, link: text, from: { id: psid, name: text } } },
    ],
  };
}

function attachmentsSaying(text: string) {
  const button = { type: "web_url", title: `Button ${text}`, url: text, payload: text };
  const element = {
    title: `Card ${text}`,
    subtitle: `Line ${text}`,
    image_url: text,
    item_url: text,
    url: text,
    buttons: [button],
  };
  const payload = { url: text, title: text };
  return [
    {
      type: "template",
      payload: { template_type: "generic", text, elements: [element], buttons: [button], url: text },
    },
    { type: "fallback", title: `Link ${text}`, url: text, payload: { url: text } },
    { type: "file", name: text, payload: { url: text, title: `File ${text}` } },
    {
      type: "location",
      title: text,
      url: text,
      payload: { url: text, title: `Place ${text}`, coordinates: { lat: 1, long: 2 } },
    },
    { type: "appointment_booking", payload: { status: text, start_time: 1_790_000_000, timezone: text } },
    { type: "reel", payload: { ...payload, reel_video_id: text } },
    { type: text, payload },
  ];
}
