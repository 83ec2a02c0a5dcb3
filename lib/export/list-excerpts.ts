import "server-only";
import type { Db } from "@/lib/db/db";
import { parseJson } from "@/lib/messenger/parse-json";
import { parseNotification } from "@/lib/messenger/parse-notification";
import { namesPerson, withoutItems } from "@/lib/messenger/without-items";
import { findEvent, findStoredPayload } from "./export-person-queries";

/** What of a stored notification is about a person, and what became of it. `entryIds`: of this Page and its account. */
export type Excerpt = { notificationId: string; receivedMs: number; event: unknown; payload: unknown };

export function listExcerpts(
  db: Db,
  notificationId: number,
  { psid, entryIds }: { psid: string; entryIds: readonly string[] },
): Excerpt[] {
  const stored = findStoredPayload(db, notificationId);
  const payload = stored && readPayload(stored.body);
  if (!payload) return [];
  const events = parseNotification(payload);
  const excerpts: Excerpt[] = [];
  // Asked of every item, it takes none away.
  withoutItems(payload, (position, item) => {
    const event = events[position];
    const isTheirs = event && entryIds.includes(event.entryId) && (event.psid === psid || namesPerson(item, psid));
    if (isTheirs) {
      const { receivedMs } = stored;
      const id = String(notificationId);
      excerpts.push({ notificationId: id, receivedMs, event: findEvent(db, notificationId, position), payload: item });
    }
    return false;
  });
  return excerpts;
}

function readPayload(body: Buffer): unknown {
  try {
    return parseJson(body.toString("utf8"));
  } catch {
    return null; // Rejected ones are kept cut, and some never were JSON.
  }
}
