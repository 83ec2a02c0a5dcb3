import { newInstagramMid, newMid } from "../new-id";
import { findOneTimeRequest, grantOneTime } from "../send/one-time";
import type { Thread, ThreadMessage } from "../state/simulator-state";
import { aThreadMessage, findMessage, holderOf } from "../state/threads";
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
  if (referral?.source === "ADS") thread.lastAdAtMs = Math.max(thread.lastAdAtMs ?? 0, atMs);
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

/**
 * Taps one of the quick replies last offered. One that asks for a phone number or an e-mail address shows the person's own
 * as its title, and is answered with it. @throws Error when there is none of that title */
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

/** Reacts to a message, which opens the window, or takes the reaction back, which does not. @throws Error for an unknown mid */
export function reacts(
  world: World,
  thread: Thread,
  { mid, reaction, emoji }: { mid?: string; reaction: string | null; emoji?: string },
): void {
  const target = getTarget(thread, mid, "page");
  const atMs = world.clock.stampMs();
  if (reaction !== null) act(world, thread, atMs);
  const shown = reaction === null ? null : (emoji ?? EMOJI[reaction] ?? "🙂");
  target.reaction = shown;
  world.log.changed("thread");
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

/**
 * Follows an m.me link: a new thread starts with Get Started, a known one gets a referral. An ad by itself opens no window:
 * a message has to follow.
 */
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
  if (source !== "ADS") act(world, thread, atMs);
  void emitInThread(world, thread, { field: "messaging_referrals", from: "person", atMs, content: { referral } });
}

/** Accepts an opt-in; answering one does not open the window. */
export function optsIn(world: World, thread: Thread, optin: Record<string, unknown>): void {
  const atMs = world.clock.stampMs();
  void emitInThread(world, thread, { field: "messaging_optins", from: "person", atMs, content: { optin } });
}

/**
 * Taps "Notify me" on a one-time notification request, by default the last one: the app gets a token for one message. This
 * does not open the window. Answers the token. @throws Error when nothing was asked, or it was agreed to already
 */
export function agreesToNotification(world: World, thread: Thread, { mid }: { mid?: string } = {}): string {
  const asked = thread.messages.findLast(
    (message) => findOneTimeRequest(message) !== null && (mid === undefined || message.mid === mid),
  );
  if (asked === undefined) throw new Error("The Page did not ask for a one-time notification.");
  const { value, payload } = grantOneTime(world, thread, asked);
  asked.isAgreedTo = true;
  optsIn(world, thread, { type: "one_time_notif_req", payload, one_time_notif_token: value });
  world.log.changed("thread");
  return value;
}

/** Blocks the Page, or lets it write again. The app is not told. */
export function blocks(world: World, thread: Thread, isBlocked: boolean): void {
  thread.isBlocked = isBlocked;
  world.log.changed("thread");
}

function act(world: World, thread: Thread, atMs: number): void {
  // A hold that has ended does not come back by what the person does now.
  if (holderOf(thread, world.clock.nowMs()) === null) thread.ownerAppId = null;
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
