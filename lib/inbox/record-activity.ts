import "server-only";
import type { Db } from "@/lib/db/db";
import type { MessageAttachment } from "@/lib/messenger/messaging-event";
import type { NewMessage } from "./message-queries";
import { addUnreadConversations, type ThreadState, updateThread } from "./thread-queries";

const PREVIEW_LENGTH = 160;
const NAMED_KINDS: ReadonlySet<string> = new Set(["image", "audio", "video", "file", "sticker"]);

type Activity = Pick<NewMessage, "mid" | "direction" | "text" | "attachments" | "sentMs">;

/** Lets a new message show on its conversation: place in the list, preview, unread, window. */
export function recordActivity(db: Db, thread: ThreadState, message: Activity): void {
  const isInbound = message.direction === "in";
  thread.lastActivityMs = Math.max(thread.lastActivityMs ?? 0, message.sentMs);
  if (isInbound) {
    thread.lastInboundMs = Math.max(thread.lastInboundMs ?? 0, message.sentMs);
    thread.unreadCount += 1;
    if (thread.unreadCount === 1) addUnreadConversations(db, thread.pageId, 1);
  }
  if (isNewest(thread, message)) Object.assign(thread, toPreview(message));
  updateThread(db, thread, isInbound);
}

function isNewest({ previewMs, previewMid }: ThreadState, { sentMs, mid }: Activity): boolean {
  if (previewMs === null || sentMs !== previewMs) return sentMs > (previewMs ?? -1);
  return (mid ?? "") > (previewMid ?? "");
}

type Preview = Pick<ThreadState, "preview" | "previewKind" | "previewDirection" | "previewMs" | "previewMid">;

function toPreview({ mid, direction, text, attachments, sentMs }: Activity): Preview {
  const line = (text ?? "").replace(/\s+/g, " ").trim();
  return {
    preview: cut(line),
    previewKind: toPreviewKind(line, attachments),
    previewDirection: direction,
    previewMs: sentMs,
    previewMid: mid ?? "",
  };
}

function toPreviewKind(line: string, attachments: string | null): string {
  if (line !== "") return "text";
  const [first] = attachments === null ? [] : (JSON.parse(attachments) as MessageAttachment[]);
  if (!first) return "none";
  return NAMED_KINDS.has(first.type) ? first.type : "attachment";
}

/** By code points: half an emoji is no character. */
function cut(line: string): string {
  return line.length <= PREVIEW_LENGTH ? line : `${[...line].slice(0, PREVIEW_LENGTH).join("")}…`;
}
