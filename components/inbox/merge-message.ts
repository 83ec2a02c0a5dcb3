import type { Message, MessageStatus } from "@/lib/api/schemas/inbox";

// Receipts only move forward: events are numbered, but a page fetched meanwhile may already know more than the event
// that comes after it. Everything else (queued again after a failure, failed after sending) may follow anything.
const FORWARD_ONLY: Partial<Record<MessageStatus, number>> = { queued: 0, sending: 0, sent: 1, delivered: 2, read: 3 };

/** Whether two records are the same message: by id, by what the composer called it, or by what Meta calls it. */
export function isSameMessage(one: Message, other: Message): boolean {
  return (
    one.id === other.id ||
    (one.clientId !== null && one.clientId === other.clientId) ||
    (one.mid !== null && one.mid === other.mid)
  );
}

/** What is known of a message after hearing of it again. What the news leaves out (an echo knows no `clientId`) stays. */
export function mergeMessage(known: Message, news: Message): Message {
  const knownRank = FORWARD_ONLY[known.status];
  const newsRank = FORWARD_ONLY[news.status];
  const isBackward = knownRank !== undefined && newsRank !== undefined && knownRank > newsRank;
  return {
    ...news,
    status: isBackward ? known.status : news.status,
    clientId: news.clientId ?? known.clientId,
    mid: news.mid ?? known.mid,
    authorName: news.authorName ?? known.authorName,
    notificationId: news.notificationId ?? known.notificationId,
  };
}

/**
 * What is known after the answer to a send. The answer was written when the message was queued, so whatever an event
 * has said since then is newer: the answer only fills gaps.
 */
export function mergeSendAnswer(known: Message, answer: Message): Message {
  return mergeMessage(answer, known);
}
