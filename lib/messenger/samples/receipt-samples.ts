import {
  fromPerson,
  INSTAGRAM_PAGE_MID,
  INSTAGRAM_PERSON_MID,
  inStandby,
  onInstagram,
  PAGE_MID,
  PERSON_MID,
} from "./sample";

const delivered = (title: string, delivery: string, frame?: Parameters<typeof fromPerson>[3]) =>
  fromPerson(title, "message_deliveries", `"delivery":{${delivery}}`, frame);
const reacts = (title: string, reaction: string) => fromPerson(title, "message_reactions", `"reaction":{${reaction}}`);
const reactsWith = (name: string, emoji: string) =>
  reacts(`${name} ${emoji}`, `"reaction":"${name}","emoji":"${emoji}","action":"react","mid":"${PAGE_MID}"`);

/** Delivery receipts (Meta docs: message-deliveries). */
export const DELIVERY_SAMPLES = [
  delivered("One message", `"mids":["${PAGE_MID}"],"watermark":1789999999900`),
  delivered("Several messages", `"mids":["m_demoE1","${PAGE_MID}"],"watermark":1789999999900`),
  delivered("A watermark and no mids", `"watermark":1789999999900`),
  delivered("No time, as the docs print it", `"mids":["${PAGE_MID}"],"watermark":1789999999900`, { timestamp: null }),
  inStandby(delivered("While another app owns the thread", `"mids":["m_demoE1"],"watermark":1789999999900`)),
] as const;

/** (Meta docs: message-reads; Instagram webhooks, messaging_seen.) */
export const READ_SAMPLES = [
  fromPerson("Up to a watermark", "message_reads", `"read":{"watermark":1789999999900}`),
  inStandby(fromPerson("While another app owns the thread", "message_reads", `"read":{"watermark":1789999999900}`)),
  onInstagram(fromPerson("Instagram: up to a message", "messaging_seen", `"read":{"mid":"${INSTAGRAM_PAGE_MID}"}`)),
] as const;

/** (Meta docs: message-reactions; Instagram webhooks.) */
export const REACTION_SAMPLES = [
  reactsWith("love", "❤️"),
  reactsWith("smile", "😆"),
  reactsWith("angry", "😠"),
  reactsWith("sad", "😢"),
  reactsWith("wow", "😮"),
  reactsWith("like", "👍"),
  reactsWith("dislike", "👎"),
  reactsWith("other", "🚲"),
  reacts("Taken back", `"reaction":"love","emoji":"❤️","action":"unreact","mid":"${PAGE_MID}"`),
  reacts("Taken back, without the emoji", `"action":"unreact","mid":"${PAGE_MID}"`),
  onInstagram(
    reacts("Instagram: love", `"reaction":"love","emoji":"❤","action":"react","mid":"${INSTAGRAM_PAGE_MID}"`),
  ),
  onInstagram(reacts("Instagram: taken back", `"action":"unreact","mid":"${INSTAGRAM_PAGE_MID}"`)),
] as const;

/** (Meta docs: message-edits; Instagram webhooks, message_edit.) */
export const EDIT_SAMPLES = [
  fromPerson("The first", "message_edits", `"message_edit":{"mid":"${PERSON_MID}","text":"Dark green","num_edit":1}`),
  fromPerson(
    "The fifth and last",
    "message_edits",
    `"message_edit":{"mid":"${PERSON_MID}","text":"Black","num_edit":5}`,
  ),
  fromPerson(
    "Its number as text",
    "message_edits",
    `"message_edit":{"mid":"${PERSON_MID}","text":"Light green","num_edit":"2"}`,
  ),
  onInstagram(
    fromPerson(
      "Instagram: the first",
      "message_edit",
      `"message_edit":{"mid":"${INSTAGRAM_PERSON_MID}","text":"Hello","num_edit":"1"}`,
    ),
  ),
] as const;
