import type { ThreadItem } from "./merge-optimistic";

/**
 * The message that reached the server last: ids are order of arrival, which is not the order of a thread. Null when
 * nothing in it has reached the server.
 */
export function newestArrivalId(items: readonly ThreadItem[]): string | null {
  const ids = items.filter(({ outgoing }) => outgoing === null).map(({ message }) => Number(message.id));
  return ids.length === 0 ? null : String(Math.max(...ids));
}
