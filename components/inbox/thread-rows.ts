import type { Message } from "@/lib/api/schemas/inbox";
import type { ThreadItem } from "./merge-optimistic";
import { ownerAfter } from "./owner-after";

/**
 * One line of the thread. Keys stay the same when older or newer messages are added. `ownerAppId` is the app that held
 * the thread when a message came to look on only, as far as the messages before it tell.
 */
export type ThreadRow =
  | { type: "start"; key: string }
  | { type: "day"; key: string; at: number }
  | { type: "new"; key: string }
  | {
      type: "message";
      key: string;
      item: ThreadItem;
      isFirstOfGroup: boolean;
      isLastOfGroup: boolean;
      ownerAppId: string | null;
    };

const GROUP_MS = 5 * 60_000;

interface Options {
  /** Whether the first item is the beginning of the conversation; otherwise older ones exist. */
  isComplete: boolean;
  /** Before this message stands the line that says "New". */
  firstUnreadId: string | null;
}

/**
 * Lays out a thread, oldest first: a line before each day of the reader's time zone, one before what is unread, and
 * messages of one author within five minutes as a group. A message's row keeps its place when older ones are put before
 * it: only what comes after it decides where its group ends, and the topmost day gets its line once it is known to be
 * complete. That is what lets older pages load without anything moving.
 */
export function toThreadRows(items: readonly ThreadItem[], { isComplete, firstUnreadId }: Options): ThreadRow[] {
  const rows: ThreadRow[] = isComplete && items.length > 0 ? [{ type: "start", key: "start" }] : [];
  let isGroupStart = true;
  let ownerAppId: string | null = null;
  items.forEach((item, index) => {
    const { key, message } = item;
    const before = items[index - 1]?.message;
    ownerAppId = ownerAfter(ownerAppId, message);
    const startsDay = before ? !isSameDay(before.sentAt, message.sentAt) : isComplete;
    const isFirstUnread = message.id === firstUnreadId;
    if (startsDay) rows.push({ type: "day", key: `day:${key}`, at: message.sentAt });
    if (isFirstUnread) rows.push({ type: "new", key: `new:${key}` });

    const next = items[index + 1]?.message;
    const isLastOfGroup = !next || next.id === firstUnreadId || !isSameGroup(message, next);
    rows.push({
      type: "message",
      key,
      item,
      isFirstOfGroup: isGroupStart,
      isLastOfGroup,
      ownerAppId: message.isStandby ? ownerAppId : null,
    });
    isGroupStart = isLastOfGroup;
  });
  return rows;
}

function isSameDay(oneMs: number, otherMs: number): boolean {
  return new Date(oneMs).toDateString() === new Date(otherMs).toDateString();
}

function isSameGroup(one: Message, next: Message): boolean {
  return (
    one.kind === "message" &&
    next.kind === "message" &&
    one.direction === next.direction &&
    one.author === next.author &&
    one.isStandby === next.isStandby &&
    isSameName(one.authorName, next.authorName) &&
    next.sentAt - one.sentAt <= GROUP_MS &&
    isSameDay(one.sentAt, next.sentAt)
  );
}

// A reply on its way has no name yet, and belongs to those before it.
function isSameName(one: string | null, next: string | null): boolean {
  return one === null || next === null || one === next;
}
