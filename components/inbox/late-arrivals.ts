import type { Message } from "@/lib/api/schemas/inbox";
import { NOTE_TRAITS } from "@/lib/messenger/thread-note";
import type { ThreadItem } from "./merge-optimistic";

/**
 * What somebody has to read in `items`, oldest first, that came after `known` was all and stands above its end: nobody
 * who reads at the end sees it come. What is loaded from further back is not late; `wasComplete` says that there was
 * nothing further back.
 */
export function lateArrivals(
  known: readonly ThreadItem[],
  items: readonly ThreadItem[],
  wasComplete: boolean,
): ThreadItem[] {
  const knownKeys = new Set(known.map(({ key }) => key));
  const end = items.findLastIndex(({ key }) => knownKeys.has(key));
  const start = wasComplete ? 0 : items.findIndex(({ key }) => knownKeys.has(key));
  return items
    .slice(Math.max(0, start), end + 1)
    .filter(({ key, message }) => !knownKeys.has(key) && isToRead(message));
}

function isToRead({ direction, kind, note }: Message): boolean {
  return direction === "in" && kind !== "placeholder" && (note === null || NOTE_TRAITS[note.kind].isUnread);
}
