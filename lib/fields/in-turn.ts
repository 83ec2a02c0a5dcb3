import { onGlobal } from "@/lib/on-global";

/** The end of the line for each Page: what came last for it. One line a process, however often this is bundled. */
const lines = () => onGlobal("field-writes", () => new Map<string, Promise<unknown>>());

/**
 * Runs what changes the fields of one Page after whatever is changing them now: every write replaces the whole set, so
 * two at once would leave Meta with one and us with the other.
 */
export async function inTurn<T>(pageId: string, work: () => Promise<T>): Promise<T> {
  const line = lines();
  const before = line.get(pageId) ?? Promise.resolve();
  const mine = before.then(work, work);
  line.set(pageId, mine);
  try {
    return await mine;
  } finally {
    if (line.get(pageId) === mine) line.delete(pageId);
  }
}
