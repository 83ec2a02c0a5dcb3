import { invalidParameter } from "../graph/graph-error";
import type { Thread } from "../state/simulator-state";
import { findMessage } from "../state/threads";
import type { World } from "../world";
import type { Fields } from "./message-limits";

const TYPING_FADES_MS = 20_000;
const ACTIONS = ["typing_on", "typing_off", "mark_seen", "react", "unreact"];

/**
 * Typing bubbles, which fade after 20 seconds (unconfirmed), "seen", and the Page's own reactions.
 *
 * @throws {GraphError} 100 for an unknown action or message
 * @see https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/sender-actions
 */
export function applySenderAction(world: World, thread: Thread, action: string, payload: Fields | null): void {
  if (!ACTIONS.includes(action)) throw invalidParameter(`Param sender_action must be one of {${ACTIONS.join(", ")}}`);
  if (action === "react" || action === "unreact") {
    const message = findMessage(thread, String(payload?.message_id ?? ""));
    if (message === null) throw invalidParameter("Param payload[message_id] is invalid.");
    message.reaction = action === "react" ? String(payload?.reaction ?? "") : null;
  } else {
    const atMs = world.clock.nowMs();
    if (action === "mark_seen") thread.seenAtMs = atMs;
    else thread.senderAction = { name: action, atMs };
    if (action === "typing_on") fadeTyping(world, thread, atMs);
  }
  world.log.changed("thread");
}

function fadeTyping(world: World, thread: Thread, sinceMs: number): void {
  const fade = () => {
    if (thread.senderAction?.atMs !== sinceMs) return;
    thread.senderAction = null;
    world.log.changed("thread");
  };
  world.clock.after(TYPING_FADES_MS, fade, { background: true });
}
