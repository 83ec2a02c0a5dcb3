import type { Channel } from "../state/simulator-state";

/** The object and field names of a channel: Instagram has its own, and no event at all for some. */
export function toChannelField(
  channel: Channel,
  field: string,
): { object: "page" | "instagram"; field: string } | null {
  if (channel === "messenger") return { object: "page", field };
  const names: Record<string, string | null> = {
    message_echoes: "messages",
    message_deliveries: null,
    message_reads: "messaging_seen",
    message_edits: "message_edit",
    messaging_referrals: "messaging_referral",
    messaging_handovers: "messaging_handover",
  };
  const name = field in names ? names[field] : field;
  return name == null ? null : { object: "instagram", field: name };
}
