import "server-only";
import type { Db } from "@/lib/db/db";
import { getConversation } from "@/lib/inbox/conversation-queries";
import { onGlobal } from "@/lib/on-global";
import { getSendingSettings } from "@/lib/settings/sending-settings";
import { QuietTimes } from "./quiet-times";
import { type Surroundings, signal } from "./signal";

/** Two people at one conversation, or a browser that calls too often, make no more signs than this. */
const LEAST_APART_MS = 5_000;
const shown = () => onGlobal("shownTyping", () => new QuietTimes());

/**
 * Shows the person that somebody types, or no longer does (Meta docs: sender actions). Answers before Meta does.
 * @throws {AppError} `not_found`
 */
export async function signalTyping(
  db: Db,
  { conversationId, isTyping }: { conversationId: number; isTyping: boolean },
  surroundings: Surroundings,
): Promise<void> {
  const nowMs = Date.now();
  const conversation = await getConversation(db, conversationId, nowMs);
  if (!getSendingSettings(db).showTyping) return;
  const [on, off] = [`on ${conversationId}`, `off ${conversationId}`];
  const [wanted, other] = isTyping ? [on, off] : [off, on];
  if (shown().isQuiet(wanted, nowMs)) return;
  shown().note(wanted, nowMs + LEAST_APART_MS);
  shown().end(other);
  void signal(db, conversation, isTyping ? "typing_on" : "typing_off", surroundings);
}
