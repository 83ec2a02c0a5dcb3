import "server-only";
import type { Db } from "@/lib/db/db";
import { forgetSomeParked } from "@/lib/pages/parked-entry-queries";
import { deleteEvents, deleteNotification, listPayloadsBefore } from "./drop-payloads-queries";
import { getInterpretedUpTo } from "./interpretation-queries";

const EVENTS_AT_ONCE = 100;

/**
 * Deletes the oldest notification from before a time, with all that was made of it but the conversations. One of many
 * events goes in several steps. What failed, and what is parked for a Page that is not linked, goes like the rest: the
 * promise is about what strangers wrote, and nobody has done anything with it for all that time.
 *
 * Call it inside a transaction. @returns whether there may be more
 */
export function dropOldestPayload(db: Db, beforeMs: number): boolean {
  const [id] = listPayloadsBefore(db, { beforeMs, interpretedUpTo: getInterpretedUpTo(db), limit: 1 });
  if (id === undefined) return false;
  const events = deleteEvents(db, id, EVENTS_AT_ONCE);
  for (const { entryId, outcome } of events) if (outcome === "parked") forgetSomeParked(db, entryId, 1);
  if (events.length < EVENTS_AT_ONCE) deleteNotification(db, id);
  return true;
}
