/** What the inbox reads of object `instagram`; note the singular names (Meta docs: webhooks for Instagram messaging). */
export const INSTAGRAM_FIELDS: readonly string[] = [
  "messages",
  "messaging_postbacks",
  "messaging_seen",
  "message_reactions",
  "message_edit",
  "messaging_referral",
  "messaging_handover",
  "standby",
];

const OTHERS = ["comments", "live_comments", "mentions", "story_insights"];
const KNOWN: ReadonlySet<string> = new Set([...INSTAGRAM_FIELDS, ...OTHERS]);

/** The names Meta would refuse for object `instagram`. */
export function findUnknownInstagramFields(fields: readonly string[]): string[] {
  return fields.filter((field) => !KNOWN.has(field));
}
