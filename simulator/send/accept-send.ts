import { newInstagramMid, newMid } from "../new-id";
import { reads } from "../people/person-actions";
import type { Thread, ThreadMessage } from "../state/simulator-state";
import { aThreadMessage } from "../state/threads";
import { emitInThread } from "../webhooks/emit-in-thread";
import type { World } from "../world";

const LATE_ECHO_MS = 5_000;

/** What the Page says in a thread, whoever typed it. */
export interface Outgoing {
  appId: string;
  text: string | null;
  attachments: unknown[];
  quickReplies: ThreadMessage["quickReplies"];
  metadata: string | null;
  messagingType: string | null;
  tag: string | null;
  replyToMid: string | null;
}

/** Puts the message into the thread: from here on the person has it. */
export function appendOutgoing(world: World, thread: Thread, outgoing: Outgoing): ThreadMessage {
  const atMs = world.clock.stampMs();
  const message = aThreadMessage({
    ...outgoing,
    mid: thread.channel === "messenger" ? newMid() : newInstagramMid(),
    from: "page",
    atMs,
  });
  thread.messages.push(message);
  thread.lastMessageAtMs = atMs;
  thread.senderAction = null;
  if (outgoing.appId === world.state.app.id) recordAccepted(world, thread, message);
  world.log.changed("thread");
  return message;
}

function recordAccepted({ state }: World, { pageId, scopedId }: Thread, message: ThreadMessage): void {
  const { mid, text, metadata, messagingType, tag, atMs } = message;
  const number = state.accepted.length + 1;
  state.accepted.push({ number, atMs, pageId, psid: scopedId, mid, text, metadata, messagingType, tag });
}

/** The copy of what the Page said, for apps: who sent it, and the metadata if the sender set any. */
export function emitEcho(world: World, thread: Thread, message: ThreadMessage): Promise<void> {
  const isMessenger = thread.channel === "messenger";
  const content = {
    message: {
      mid: message.mid,
      is_echo: true,
      // A number on the wire, even when bigger than what JavaScript counts exactly; Instagram has none.
      ...(isMessenger && message.appId !== null ? { app_id: Number(message.appId) } : {}),
      ...(message.metadata === null ? {} : { metadata: message.metadata }),
      ...(message.text === null ? {} : { text: message.text }),
      ...(message.replyToMid === null ? {} : { reply_to: { mid: message.replyToMid } }),
      ...(message.attachments.length === 0 ? {} : { attachments: message.attachments }),
    },
  };
  return emitInThread(world, thread, { field: "message_echoes", from: "page", atMs: message.atMs, content });
}

/** The message reached the person: everything sent before the watermark did. */
export function emitDelivery(world: World, thread: Thread, message: ThreadMessage): Promise<void> {
  if (thread.isBlocked) return Promise.resolve();
  const atMs = world.clock.stampMs();
  message.deliveredAtMs = atMs;
  world.log.changed("thread");
  const watermark = Math.max(atMs, message.atMs + 1);
  const delivery = { ...(world.notifier.switches.withoutMids ? {} : { mids: [message.mid] }), watermark };
  return emitInThread(world, thread, { field: "message_deliveries", from: "person", atMs, content: { delivery } });
}

/**
 * What follows an accepted send: echo, delivery receipt, and reading if people read by themselves. With the echo
 * timing `before` the caller has sent the echo already; `delayed` sends it five seconds after the receipt.
 */
export function followUp(world: World, thread: Thread, message: ThreadMessage): void {
  const { clock, settings } = world;
  const { echo, echoDelayMs, echoJitterMs, deliveryDelayMs, autoReadMs } = settings;
  clock.after(echoDelayMs + Math.random() * echoJitterMs, () => {
    if (echo === "after") void emitEcho(world, thread, message);
    if (echo === "delayed") {
      clock.after(deliveryDelayMs + LATE_ECHO_MS, () => void emitEcho(world, thread, message), { background: true });
    }
    clock.after(deliveryDelayMs, () => {
      void emitDelivery(world, thread, message);
      if (autoReadMs === null) return;
      clock.after(autoReadMs, () => message.readAtMs === null && reads(world, thread));
    });
  });
}
