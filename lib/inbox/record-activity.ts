import "server-only";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { Db } from "@/lib/db/db";
import type { MessageAttachment } from "@/lib/messenger/messaging-event";
import type { MessageDetails } from "./message-details";
import type { NewMessage } from "./message-queries";
import { addUnreadConversations, type ThreadState, updateThread } from "./thread-queries";

const PREVIEW_LENGTH = 160;
const NAMED_KINDS: ReadonlySet<string> = new Set(["image", "audio", "video", "file", "sticker"]);

/** What a conversation shows of its last message. */
export type PreviewLine = {
  text: string;
  kind: Conversation["previewKind"];
  direction: "in" | "out";
  mid: string | null;
};

type Activity = {
  line: PreviewLine;
  sentMs: number;
  tie: number;
  /** Counts as unread. */
  isUnread: boolean;
  /** The conversation is open again. */
  reopens: boolean;
};

/** Lets something new show on its conversation: place in the list, preview, unread. Writes the thread back. */
export function recordActivity(db: Db, thread: ThreadState, { line, sentMs, tie, isUnread, reopens }: Activity): void {
  thread.lastActivityMs = Math.max(thread.lastActivityMs ?? 0, sentMs);
  if (isUnread) {
    thread.unreadCount += 1;
    if (thread.unreadCount === 1) addUnreadConversations(db, thread.pageId, 1);
  }
  if (isNewest(thread, sentMs, tie)) {
    thread.previewMs = sentMs;
    thread.previewTie = tie;
    thread.previewMid = line.mid;
    setLine(thread, line);
  }
  updateThread(db, thread, reopens);
}

/** The message the preview stands for has changed: it was edited, or unsent. */
export function renewPreview(db: Db, thread: ThreadState, line: PreviewLine): void {
  if (thread.previewMid === null || thread.previewMid !== line.mid) return;
  setLine(thread, line);
  updateThread(db, thread, false);
}

function setLine(thread: ThreadState, line: PreviewLine): void {
  thread.preview = line.text;
  thread.previewKind = line.kind;
  thread.previewDirection = line.direction;
}

function isNewest({ previewMs, previewTie }: ThreadState, sentMs: number, tie: number): boolean {
  if (previewMs === null || sentMs !== previewMs) return sentMs > (previewMs ?? -1);
  return tie > (previewTie ?? -1);
}

export function toLine(
  message: Pick<NewMessage, "mid" | "direction" | "text" | "attachments" | "details" | "kind">,
): PreviewLine {
  const { mid, direction } = message;
  const text = (message.text ?? "").replace(/\s+/g, " ").trim();
  return { text: cut(text), kind: toKind(text, message), direction, mid };
}

function toKind(
  text: string,
  { attachments, details }: Pick<NewMessage, "attachments" | "details">,
): Conversation["previewKind"] {
  if (text !== "") return "text";
  const [first] = attachments === null ? [] : (JSON.parse(attachments) as MessageAttachment[]);
  if (first) return NAMED_KINDS.has(first.type) ? (first.type as "image") : "attachment";
  const { isUnsupported } = details === null ? {} : (JSON.parse(details) as MessageDetails);
  return isUnsupported ? "unsupported" : "none";
}

/** By code points: half an emoji is no character. */
function cut(line: string): string {
  if (line.length <= PREVIEW_LENGTH) return line;
  return `${[...line.slice(0, 2 * PREVIEW_LENGTH)].slice(0, PREVIEW_LENGTH).join("")}…`;
}
