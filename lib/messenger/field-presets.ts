import { DEFAULT_FIELDS, FIELDS } from "./field-catalogue";

export type FieldPreset = { id: "default" | "inbox" | "fifteen" | "everything"; fields: readonly string[] };

/** What conversations are made of: what is written, by whom and when it was seen, and who answers. */
const INBOX = [
  "messages",
  "message_echoes",
  "message_deliveries",
  "message_reads",
  "message_reactions",
  "message_edits",
  "messaging_postbacks",
  "messaging_referrals",
  "messaging_handovers",
  "standby",
];

/** The list that was usual in 2022 and 2023; three of it have been retired since, and Meta still takes them. */
const FIFTEEN = [
  "messages",
  "messaging_account_linking",
  "messaging_checkout_updates",
  "message_deliveries",
  "message_echoes",
  "messaging_game_plays",
  "messaging_handovers",
  "messaging_optins",
  "messaging_payments",
  "messaging_policy_enforcement",
  "messaging_postbacks",
  "messaging_pre_checkouts",
  "message_reads",
  "messaging_referrals",
  "standby",
];

/** Every field about messages that any app gets: without those that change the Page's messages, partners' and retired. */
const EVERYTHING = FIELDS.filter(
  ({ status, sideEffect }) => sideEffect === null && status !== "partner" && status !== "retired",
).map(({ name }) => name);

/** Whole sets to choose from: what is not in one is switched off by it. */
export const FIELD_PRESETS: readonly FieldPreset[] = [
  { id: "default", fields: DEFAULT_FIELDS },
  { id: "inbox", fields: INBOX },
  { id: "fifteen", fields: FIFTEEN },
  { id: "everything", fields: EVERYTHING },
];
