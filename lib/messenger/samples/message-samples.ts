import { fromPage, fromPerson, INSTAGRAM_PERSON_MID, inStandby, onInstagram, PAGE_MID, PERSON_MID } from "./sample";

const AD = `"ads_context_data":{"ad_title":"Spring sale","photo_url":"https://cdn.example.test/ad.jpg","post_id":"200000000000001_555","product_id":"77","flow_id":"88"}`;
const IMAGE = `{"type":"image","payload":{"url":"https://cdn.example.test/v/t1.15752-9/abc.jpg?oh=1&oe=2"}}`;

const says = (title: string, message: string, frame?: Parameters<typeof fromPerson>[3]) =>
  fromPerson(title, "messages", `"message":{${message}}`, frame);
const saysOnInstagram = (title: string, message: string) => onInstagram(says(title, message));
const echo = (title: string, message: string) =>
  fromPage(title, "message_echoes", `"message":{"mid":"m_demoE1","is_echo":true,${message}}`);

/** What people write (Meta docs: messages; Instagram webhooks). */
export const MESSAGE_SAMPLES = [
  says("Text", `"mid":"m_demoA1","text":"Are you open today?"`),
  says("Every script there is", `"mid":"m_demoA1","text":"äöå 😀 日本語 مرحبا שלום https://example.test/a?b=1"`),
  says("A quick reply", `"mid":"m_demoA2","text":"Green","quick_reply":{"payload":"COLOR_GREEN"}`),
  says(
    "An email address by quick reply",
    `"mid":"m_demoA2","text":"ana@example.test","quick_reply":{"payload":"ana@example.test"}`,
  ),
  says("An inline reply", `"mid":"m_demoA2","text":"That one","reply_to":{"mid":"${PAGE_MID}","is_self_reply":false}`),
  says(
    "A command, with built-in NLP",
    `"mid":"m_demoA2","text":"Hours tomorrow?","commands":[{"name":"hours"}],"nlp":{"intents":[],"entities":{"wit$datetime:datetime":[{"value":"2026-11-21T00:00:00.000-08:00","confidence":0.98}]},"traits":{"wit$sentiment":[{"value":"neutral","confidence":0.61}]},"detected_locales":[{"locale":"en_XX","confidence":0.99}]}`,
  ),
  says(
    "From a click-to-Messenger ad",
    `"mid":"m_demoA6","text":"Hi","referral":{"ref":"spring","ad_id":"6300000000001","source":"ADS","type":"OPEN_THREAD",${AD}}`,
  ),
  says("About a product of the shop", `"mid":"m_demoA6","text":"Is it in stock?","referral":{"product":{"id":"77"}}`),
  says("Several images at once", `"mid":"m_demoA7","attachments":[${IMAGE},${IMAGE},${IMAGE}]`),
  says("Text and an image", `"mid":"m_demoA7","text":"Like this?","attachments":[${IMAGE}]`),
  says(
    "An attachment of a type nobody knows",
    `"mid":"m_demoA8","attachments":[{"type":"hologram","payload":{"url":"https://cdn.example.test/h"}}]`,
  ),
  says(
    "A sticker with its twin, an image, as it came until August 2026",
    `"mid":"m_demoA8","attachments":[{"type":"image","payload":{"url":"https://cdn.example.test/sticker.png","sticker_id":369239263222822}},{"type":"sticker","payload":{"url":"https://cdn.example.test/sticker.png","sticker_id":369239263222822}}]`,
  ),
  says("A mid and nothing else", `"mid":"m_demoA8"`),
  says("No mid", `"text":"From long ago"`),
  says("Time in seconds", `"mid":"m_demoA9","text":"In seconds"`, { timestamp: "1790000000" }),
  says("Time as text", `"mid":"m_demoA9","text":"As text"`, { timestamp: `"1790000000000"` }),
  says("No time", `"mid":"m_demoA9","text":"Without a time"`, { timestamp: null }),
  says("A guest of the customer chat plugin", `"mid":"m_demoA9","text":"Hi there"`, {
    sender: `{"user_ref":"u-5e1f"}`,
  }),
  says("Half of an emoji", String.raw`"mid":"m_demoA9","text":"cut \ud83d off \u0000"`),
  inStandby(says("While another app owns the thread", `"mid":"m_demoA9","text":"hello?"`)),
  saysOnInstagram("Instagram: text", `"mid":"aWdfZG1faXRlbTpkZW1v","text":"hi"`),
  saysOnInstagram(
    "Instagram: an answer to a story",
    `"mid":"aWdfZG1faXRlbTpkZW1v","text":"Lovely!","reply_to":{"story":{"id":"17850000000000001","url":"https://cdn.example.test/story.jpg"}}`,
  ),
  saysOnInstagram(
    "Instagram: an inline reply",
    `"mid":"aWdfZG1faXRlbTpkZW1v","text":"This one","reply_to":{"mid":"aWdfPage8"}`,
  ),
  saysOnInstagram("Instagram: not shown through the API", `"mid":"aWdfZG1faXRlbTpkZW1v","is_unsupported":true`),
  saysOnInstagram(
    "Instagram: not shown through the API, with an empty list",
    `"mid":"aWdfZG1faXRlbTpkZW1v","is_unsupported":true,"attachments":[]`,
  ),
  saysOnInstagram(
    "Instagram: about a product",
    `"mid":"aWdfZG1faXRlbTpkZW1v","text":"How much?","referral":{"product":{"id":"77"}}`,
  ),
  saysOnInstagram(
    "Instagram: from an ad",
    `"mid":"aWdfZG1faXRlbTpkZW1v","text":"Hi","referral":{"ref":"spring","ad_id":"6300000000001","source":"ADS","type":"OPEN_THREAD",${AD}}`,
  ),
  saysOnInstagram("Instagram: to oneself", `"mid":"aWdfZG1faXRlbTpkZW1v","text":"test","is_self":true`),
] as const;

/** What the Page sent from anywhere (Meta docs: message-echoes). */
export const ECHO_SAMPLES = [
  echo("By this app", `"app_id":880011223344556,"metadata":"draft-4711","text":"Open until 6 pm"`),
  echo("By the Page inbox", `"app_id":263902037430900,"text":"We will be right with you"`),
  echo("By the Page inbox, as the docs print its id once", `"app_id":26390203743090,"text":"One moment"`),
  echo("App id as text", `"app_id":"990000000000001","text":"Sent by another app"`),
  echo("App id beyond 2^53", `"app_id":18446744073709551615,"text":"A very long id"`),
  echo("No app id", `"text":"An automatic answer"`),
  echo("A quote", `"app_id":880011223344556,"text":"Yes, that one","reply_to":{"mid":"${PERSON_MID}"}`),
  echo("Two images", `"app_id":880011223344556,"attachments":[${IMAGE},${IMAGE}]`),
  echo(
    "A link preview: title and url beside an empty payload",
    `"app_id":880011223344556,"text":"https://shop.example.test/x","attachments":[{"title":"Blue bike","url":"https://l.example.test/?u=x","type":"fallback","payload":null}]`,
  ),
  echo(
    "A template with buttons",
    `"app_id":880011223344556,"attachments":[{"type":"template","payload":{"template_type":"button","text":"What next?","buttons":[{"type":"postback","title":"Talk to an agent","payload":"CARE_HELP"},{"type":"web_url","title":"Shop","url":"https://shop.example.test/"}]}}]`,
  ),
  echo(
    "A media template, its attachment id beyond 2^53",
    `"app_id":880011223344556,"attachments":[{"type":"template","payload":{"template_type":"media","sharable":false,"elements":[{"media_type":"image","attachment_id":12345678901234567890}]}}]`,
  ),
  inStandby(echo("By the app that owns the thread", `"app_id":990000000000001,"text":"The other desk here"`)),
  onInstagram(
    fromPage(
      "Instagram: without an app id",
      "messages",
      `"message":{"mid":"aWdfZWNobw","is_echo":true,"text":"hello back"}`,
    ),
  ),
] as const;

/** A message taken back (Meta docs: Instagram webhooks, `is_deleted`). */
export const UNSEND_SAMPLES = [
  saysOnInstagram("By the person", `"mid":"${INSTAGRAM_PERSON_MID}","is_deleted":true`),
  onInstagram(
    fromPage("By the account", "messages", `"message":{"mid":"aWdfPage8","is_echo":true,"is_deleted":true}`),
    "messages",
  ),
] as const;

/** A coupon that was tapped; Meta sends it with `messages`. */
export const COUPON_SAMPLES = [
  fromPerson("A coupon", "messages", `"template":{"type":"coupon","payload":"SPRING","coupon_code":"BIKE10"}`),
] as const;
