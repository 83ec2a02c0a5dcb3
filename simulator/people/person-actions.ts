import { newInstagramMid, newMid } from "../new-id";
import type { Thread, ThreadMessage } from "../state/simulator-state";
import { aThreadMessage, findMessage } from "../state/threads";
import { emitInThread } from "../webhooks/emit-in-thread";
import type { World } from "../world";

export interface Attachment {
  type: string;
  payload?: unknown;
  [more: string]: unknown;
}

export interface Utterance {
  text?: string;
  attachments?: Attachment[];
  quickReplyPayload?: string;
  replyToMid?: string;
  /** An ad or a product the message came from. */
  referral?: Record<string, unknown>;
  /** Anything else Meta may put into `message`. */
  more?: Record<string, unknown>;
  /** When it was said (Unix ms); default now. An earlier time makes a thread whose window is closed. */
  atMs?: number;
}

/** The person writes: the thread starts or goes on, and the 24-hour window opens. */
export function says(world: World, thread: Thread, utterance: Utterance): ThreadMessage {
  const { text, attachments = [], quickReplyPayload, replyToMid, referral, more } = utterance;
  const atMs = utterance.atMs ?? world.clock.stampMs();
  const message = aThreadMessage({
    mid: thread.channel === "messenger" ? newMid() : newInstagramMid(),
    from: "person",
    atMs,
    text: text ?? null,
    attachments,
    replyToMid: replyToMid ?? null,
  });
  thread.messages.push(message);
  act(world, thread, atMs);
  void emitInThread(world, thread, {
    field: "messages",
    from: "person",
    atMs,
    content: {
      message: {
        mid: message.mid,
        ...(text === undefined ? {} : { text }),
        ...(quickReplyPayload === undefined ? {} : { quick_reply: { payload: quickReplyPayload } }),
        ...(replyToMid === undefined ? {} : { reply_to: { mid: replyToMid } }),
        ...(attachments.length === 0 ? {} : { attachments }),
        ...(referral === undefined ? {} : { referral }),
        ...more,
      },
    },
  });
  return message;
}

/** Taps one of the quick replies last offered. @throws Error when there is none of that title */
export function tapsQuickReply(world: World, thread: Thread, title: string): ThreadMessage {
  const offered = thread.messages.findLast((message) => message.quickReplies.some((reply) => reply.title === title));
  const reply = offered?.quickReplies.find((candidate) => candidate.title === title);
  if (offered === undefined || reply === undefined) throw new Error(`No quick reply "${title}" was offered.`);
  offered.quickReplies = [];
  return says(world, thread, { text: reply.title, quickReplyPayload: reply.payload });
}

/** Taps a button that sends a postback (also Get Started, the menu, an ice breaker). */
export function tapsPostback(
  world: World,
  thread: Thread,
  { title, payload, referral }: { title: string; payload: string; referral?: Record<string, unknown> },
): void {
  const atMs = world.clock.stampMs();
  act(world, thread, atMs);
  const mid = thread.channel === "messenger" ? newMid() : newInstagramMid();
  const postback = { mid, title, payload, ...(referral === undefined ? {} : { referral }) };
  void emitInThread(world, thread, { field: "messaging_postbacks", from: "person", atMs, content: { postback } });
}

const EMOJI: Record<string, string> = {
  smile: "😆",
  angry: "😠",
  sad: "😢",
  wow: "😮",
  love: "❤️",
  like: "👍",
  dislike: "👎",
};

/** Reacts to a message, or takes the reaction back; both open the window. @throws Error for an unknown mid */
export function reacts(
  world: World,
  thread: Thread,
  { mid, reaction, emoji }: { mid?: string; reaction: string | null; emoji?: string },
): void {
  const target = getTarget(thread, mid, "page");
  const atMs = world.clock.stampMs();
  act(world, thread, atMs);
  const shown = reaction === null ? null : (emoji ?? EMOJI[reaction] ?? "🙂");
  target.reaction = shown;
  const content =
    reaction === null
      ? { reaction: { action: "unreact", mid: target.mid } }
      : { reaction: { reaction, emoji: shown, action: "react", mid: target.mid } };
  void emitInThread(world, thread, { field: "message_reactions", from: "person", atMs, content });
}

const MAX_EDITS = 5;

/** Edits an own message, at most five times. @throws Error for an unknown mid or one edit too many */
export function edits(world: World, thread: Thread, { mid, text }: { mid?: string; text: string }): void {
  const target = getTarget(thread, mid, "person");
  if (target.editCount >= MAX_EDITS) throw new Error("A message can be edited five times.");
  target.editCount += 1;
  target.text = text;
  const content = { message_edit: { mid: target.mid, text, num_edit: target.editCount } };
  const atMs = world.clock.stampMs();
  world.log.changed("thread");
  void emitInThread(world, thread, { field: "message_edits", from: "person", atMs, content });
}

/** Takes an own message back; only Instagram tells apps of it. */
export function unsends(world: World, thread: Thread, { mid }: { mid?: string } = {}): void {
  const target = getTarget(thread, mid, "person");
  target.isDeleted = true;
  world.log.changed("thread");
  if (thread.channel !== "instagram") return;
  const content = { message: { mid: target.mid, is_deleted: true } };
  const atMs = world.clock.stampMs();
  void emitInThread(world, thread, { field: "messages", from: "person", atMs, content });
}

/** Reads everything so far; this does not open the window. */
export function reads(world: World, thread: Thread): void {
  const atMs = world.clock.stampMs();
  const unread = thread.messages.filter((message) => message.from === "page" && message.readAtMs === null);
  for (const message of unread) message.readAtMs = atMs;
  const last = unread.at(-1)?.mid ?? thread.messages.findLast((message) => message.from === "page")?.mid ?? "";
  world.log.changed("thread");
  const content = { read: thread.channel === "messenger" ? { watermark: atMs } : { mid: last } };
  void emitInThread(world, thread, { field: "message_reads", from: "person", atMs, content });
}

/** Follows an m.me link: a new thread starts with Get Started, a known one gets a referral. */
export function followsLink(
  world: World,
  thread: Thread,
  { ref, source = "SHORTLINK" }: { ref: string; source?: string },
): void {
  const referral = { ref, source, type: "OPEN_THREAD" };
  if (!thread.hasStarted) {
    tapsPostback(world, thread, { title: "Get Started", payload: "GET_STARTED", referral });
    return;
  }
  const atMs = world.clock.stampMs();
  act(world, thread, atMs);
  void emitInThread(world, thread, { field: "messaging_referrals", from: "person", atMs, content: { referral } });
}

/** Accepts an opt-in; answering one does not open the window. */
export function optsIn(world: World, thread: Thread, optin: Record<string, unknown>): void {
  const atMs = world.clock.stampMs();
  void emitInThread(world, thread, { field: "messaging_optins", from: "person", atMs, content: { optin } });
}

/** Blocks the Page, or lets it write again. The app is not told. */
export function blocks(world: World, thread: Thread, isBlocked: boolean): void {
  thread.isBlocked = isBlocked;
  world.log.changed("thread");
}

function act(world: World, thread: Thread, atMs: number): void {
  thread.hasStarted = true;
  thread.lastInboundAtMs = Math.max(thread.lastInboundAtMs ?? 0, atMs);
  thread.lastMessageAtMs = Math.max(thread.lastMessageAtMs ?? 0, atMs);
  world.log.changed("thread");
}

function getTarget(thread: Thread, mid: string | undefined, from: ThreadMessage["from"]): ThreadMessage {
  const target =
    mid === undefined ? thread.messages.findLast((message) => message.from === from) : findMessage(thread, mid);
  if (target == null) throw new Error(mid === undefined ? "There is no message yet." : `No message ${mid}.`);
  return target;
}
