import type { Conversation } from "@/lib/api/schemas/inbox";
import { LIMITS } from "@/lib/messenger/outgoing-content";

export type TextMeasure = { unit: "characters" | "bytes"; used: number; limit: number; over: number };

/** How much of what a channel takes in one message a text uses: Messenger counts characters, Instagram bytes. */
export function measureText(text: string, channel: Conversation["channel"]): TextMeasure {
  const isInstagram = channel === "instagram";
  const used = isInstagram ? new TextEncoder().encode(text).length : text.length;
  const limit = isInstagram ? LIMITS.instagramTextBytes : LIMITS.textCharacters;
  return { unit: isInstagram ? "bytes" : "characters", used, limit, over: Math.max(0, used - limit) };
}
