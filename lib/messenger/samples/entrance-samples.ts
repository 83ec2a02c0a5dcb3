import { aChange, fromPerson, inStandby, onInstagram } from "./sample";

const AD = `"ads_context_data":{"ad_title":"Resellers","post_id":"555"}`;

const taps = (title: string, postback: string, frame?: Parameters<typeof fromPerson>[3]) =>
  fromPerson(title, "messaging_postbacks", `"postback":{${postback}}`, frame);
const comes = (title: string, referral: string, beside = "", frame?: Parameters<typeof fromPerson>[3]) =>
  fromPerson(title, "messaging_referrals", `"referral":{${referral}}${beside}`, frame);
const optsIn = (title: string, optin: string, frame?: Parameters<typeof fromPerson>[3]) =>
  fromPerson(title, "messaging_optins", `"optin":{${optin}}`, frame);
const marketing = (title: string, status: string) =>
  optsIn(
    title,
    `"type":"notification_messages","title":"Weekly deals","payload":"DEALS","notification_messages_token":"tok_demo5511223344","notification_messages_timezone":"Europe/Rome","token_expiry_timestamp":"1821536000000","user_token_status":"NOT_REFRESHED"${status}`,
  );

/** Tapped buttons, menus, Get Started (Meta docs: messaging_postbacks). */
export const POSTBACK_SAMPLES = [
  taps("A button", `"mid":"m_demoPB1","title":"Talk to an agent","payload":"CARE_HELP"`),
  taps(
    "Get Started, through an m.me link",
    `"mid":"m_demoPB1","title":"Get Started","payload":"GET_STARTED","referral":{"ref":"poster-7","source":"SHORTLINK","type":"OPEN_THREAD"}`,
  ),
  taps(
    "Get Started, through an ad",
    `"mid":"m_demoPB1","title":"Get Started","payload":"GET_STARTED","referral":{"source":"ADS","type":"OPEN_THREAD","ad_id":"6300000000001",${AD}}`,
  ),
  taps("No mid, as of old versions", `"title":"Opening hours","payload":"HOURS"`),
  taps("Time as text, in seconds", `"mid":"m_demoPB1","title":"Opening hours","payload":"HOURS"`, {
    timestamp: `"1790000000"`,
  }),
  inStandby(taps("While another app owns the thread: no payload", `"mid":"m_demoPB1","title":"Talk to an agent"`)),
  {
    ...aChange(
      "As the dashboard's Test button sends it",
      "messaging_postbacks",
      `{"sender":{"id":"7000000000000001"},"recipient":{"id":"200000000000001"},"timestamp":"1790000000","postback":{"mid":"m_demoPB1","title":"TEST","payload":"TEST_PAYLOAD"}}`,
    ),
  },
  onInstagram(taps("Instagram: an ice breaker", `"mid":"aWdfcG9zdGJhY2s","title":"Where are you?","payload":"WHERE"`)),
] as const;

/** Somebody came back through a link or an ad (Meta docs: messaging_referrals). */
export const REFERRAL_SAMPLES = [
  comes("An m.me link", `"ref":"poster-7","source":"SHORTLINK","type":"OPEN_THREAD"`),
  comes("An ad", `"ref":"spring","source":"ADS","type":"OPEN_THREAD","ad_id":"6300000000001",${AD}`),
  comes(
    "The customer chat plugin",
    `"source":"CUSTOMER_CHAT_PLUGIN","type":"OPEN_THREAD","referer_uri":"https://shop.example.test/"`,
  ),
  comes(
    "A lead ad filled in; time in seconds",
    `"source":"ADS","type":"LEAD_COMPLETE","ad_id":"6300000000001",${AD}`,
    `,"lead":{"data":[{"question":"Which city?","answer":"Genoa"}]},"hop_context":{"app_id":880011223344557,"metadata":"messenger_lead_gen_complete"}`,
    { timestamp: "1790000000" },
  ),
  comes(
    "A lead ad left halfway",
    `"source":"ADS","type":"LEAD_INCOMPLETE","ad_id":"6300000000001",${AD}`,
    `,"lead":{"data":[]},"hop_context":[{"app_id":880011223344557,"metadata":"messenger_lead_gen_incomplete"}]`,
    { timestamp: "1790000000" },
  ),
  onInstagram(
    comes("Instagram: an ig.me link", `"ref":"poster-7","source":"IGME-SOURCE-LINK","type":"OPEN_THREAD"`),
    "messaging_referral",
  ),
] as const;

/** Somebody agreed to be written to (Meta docs: messaging_optins). */
export const OPTIN_SAMPLES = [
  optsIn("The Send to Messenger plugin", `"ref":"data-ref pass-through"`),
  optsIn("The checkbox plugin: a guest, nobody named as the sender", `"ref":"cart-12","user_ref":"u-5e1f"`, {
    sender: null,
  }),
  optsIn("A guest as the sender", `"ref":"cart-12","user_ref":"u-5e1f"`, { sender: `{"user_ref":"u-5e1f"}` }),
  optsIn(
    "A one-time notification",
    `"type":"one_time_notif_req","payload":"RESTOCK_42","one_time_notif_token":"tok_demo7712345"`,
  ),
  marketing("Marketing messages: granted", ""),
  marketing("Marketing messages: stopped", `,"notification_messages_status":"STOP NOTIFICATIONS"`),
  marketing("Marketing messages: resumed", `,"notification_messages_status":"RESUME NOTIFICATIONS"`),
  optsIn(
    "Marketing messages through an m.me link",
    `"type":"notification_messages","title":"Weekly deals","payload":"DEALS","notification_messages_token":"tok_demo5511223345","ref":"poster-7","source":"SHORTLINK","notification_messages_topic":"deals"`,
  ),
] as const;
