import type { Conversation } from "@/lib/api/schemas/inbox";

/**
 * The order of a list while someone points at it: rows keep their places and only change in place, what would move them
 * waits. Rows from older pages are still added below.
 *
 * @param heldIds the order to keep, or null to let everything move
 * @returns the rows to show, and how many conversations with something unread wait to move up
 */
export function holdOrder(
  heldIds: readonly string[] | null,
  fresh: readonly Conversation[],
): { rows: readonly Conversation[]; waiting: number } {
  if (heldIds === null || heldIds.length === 0) return { rows: fresh, waiting: 0 };
  const byId = new Map(fresh.map((conversation) => [conversation.id, conversation]));
  const held = heldIds.flatMap((id) => byId.get(id) ?? []);
  if (held.length === 0) return { rows: fresh, waiting: 0 };

  const heldSet = new Set(heldIds);
  // Below the last of those held that is still in its place, new rows can be added without moving anything.
  const lowest = fresh.findLastIndex(({ id }) => heldSet.has(id));
  const below = fresh.slice(lowest + 1);
  const arrivedAbove = fresh.slice(0, lowest + 1).filter(({ id }) => !heldSet.has(id));
  const waiting = [...arrivedAbove, ...movers(held, fresh)].filter(({ unreadCount }) => unreadCount > 0);
  return { rows: [...held, ...below], waiting: waiting.length };
}

/** Those of the held rows that stand higher in the fresh order than some row held above them. */
function movers(held: readonly Conversation[], fresh: readonly Conversation[]): Conversation[] {
  const freshIndex = new Map(fresh.map(({ id }, index) => [id, index]));
  let lowestAbove = -1;
  return held.filter(({ id }) => {
    const index = freshIndex.get(id) ?? 0;
    const isMover = index < lowestAbove;
    lowestAbove = Math.max(lowestAbove, index);
    return isMover;
  });
}
