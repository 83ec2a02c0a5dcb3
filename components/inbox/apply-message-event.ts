import type { InfiniteData } from "@tanstack/react-query";
import type { Message, MessageList } from "@/lib/api/schemas/inbox";
import { NOTE_TRAITS } from "@/lib/messenger/thread-note";
import { isSameMessage, mergeMessage } from "./merge-message";

/** A thread as cached: pages newest first, messages newest first in each. */
export type ThreadData = InfiniteData<MessageList, string | null>;

/**
 * A thread after `message` was created or changed. Hearing it twice, late, or the change before the creation makes no
 * difference. A message older than everything loaded is left out while older pages are still to come. Where others
 * quote it, they quote what it says now.
 */
export function applyMessageEvent(thread: ThreadData, message: Message): ThreadData {
  return requote(upsertMessage(thread, message, mergeMessage), message);
}

/** As `applyMessageEvent`, with `merge` deciding what a message already there becomes. */
export function upsertMessage(
  thread: ThreadData,
  message: Message,
  merge: (known: Message, news: Message) => Message,
): ThreadData {
  const known = thread.pages.flatMap((page) => page.messages).filter((each) => isSameMessage(each, message));
  const [first] = known;
  if (!first) return insertMessage(thread, message);

  const merged = known.reduceRight((news, each) => merge(each, news), message);
  if (known.length === 1 && first.sentAt === merged.sentAt && first.tie === merged.tie) {
    return mapMessages(thread, (messages) => messages.map((each) => (each === first ? merged : each)));
  }
  // Its time moved, or two records turned out to be one message.
  const without = mapMessages(thread, (messages) => messages.filter((each) => !known.includes(each)));
  return insertMessage(without, merged);
}

/** The thread with no unread mark: someone has read to its end. */
export function clearUnread(thread: ThreadData): ThreadData {
  return setFirstUnread(thread, null);
}

function insertMessage(thread: ThreadData, message: Message): ThreadData {
  const pages = thread.pages;
  // The page that ends before this message; of two equals the one we hear of later is newer.
  const isBefore = (each: Message) =>
    each.sentAt === message.sentAt ? each.tie <= message.tie : each.sentAt < message.sentAt;
  const fits = pages.findIndex((page) => page.messages.some(isBefore));
  const last = pages.length - 1;
  if (fits === -1 && pages[last]?.nextCursor != null) return thread;
  const at = fits === -1 ? last : fits;

  const inserted = {
    ...thread,
    pages: pages.map((page, index) => {
      if (index !== at) return page;
      const before = page.messages.findIndex(isBefore);
      const position = before === -1 ? page.messages.length : before;
      return { ...page, messages: page.messages.toSpliced(position, 0, message) };
    }),
  };
  const isFirstUnread = countsAsUnread(message) && at === 0 && pages[0]?.firstUnreadMessageId === null;
  const isNewest = inserted.pages[0]?.messages[0] === message;
  return isFirstUnread && isNewest ? setFirstUnread(inserted, message.id) : inserted;
}

/** Whether somebody has to read it (the server counts the same way). */
function countsAsUnread({ direction, kind, note }: Message): boolean {
  if (direction === "out" || kind === "placeholder") return false;
  return note === null || NOTE_TRAITS[note.kind].isUnread;
}

/** What was unsent or edited must not live on in a quotation of it. */
function requote(thread: ThreadData, { id, text, unsentAt }: Message): ThreadData {
  const isUnsent = unsentAt !== null;
  const isStale = ({ quoted }: Message) =>
    quoted !== null && quoted.id === id && (quoted.text !== text || quoted.isUnsent !== isUnsent);
  if (!thread.pages.some((page) => page.messages.some(isStale))) return thread;
  return mapMessages(thread, (messages) =>
    messages.map((each) =>
      each.quoted && isStale(each) ? { ...each, quoted: { ...each.quoted, text, isUnsent } } : each,
    ),
  );
}

function setFirstUnread(thread: ThreadData, firstUnreadMessageId: string | null): ThreadData {
  const [newest, ...older] = thread.pages;
  if (!newest || newest.firstUnreadMessageId === firstUnreadMessageId) return thread;
  return { ...thread, pages: [{ ...newest, firstUnreadMessageId }, ...older] };
}

function mapMessages(thread: ThreadData, change: (messages: Message[]) => Message[]): ThreadData {
  return { ...thread, pages: thread.pages.map((page) => ({ ...page, messages: change(page.messages) })) };
}
