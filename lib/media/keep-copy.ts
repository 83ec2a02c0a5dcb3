import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { findErasable } from "@/lib/inbox/erase-conversation-queries";
import { onGlobal } from "@/lib/on-global";
import { dropOldestMedia, insertMediaFile, type MediaFile, sumMediaBytes } from "./media-file-queries";

/** Larger ones are not kept. */
export const COPY_MAX_BYTES = 8 * 1024 * 1024;
const TOTAL_MAX_BYTES = 1024 * 1024 * 1024;
/** Made free at a time, so that not every copy at the limit has to add up all of them. */
const ROOM_BYTES = 16 * 1024 * 1024;

export type CopyOf = {
  urlHash: string /** Null: a Page's, or somebody's of the desk. */;
  conversationId: number | null;
};

/**
 * Keeps a copy, and lets the oldest go when all of them would be more than 1 GB. Nothing is kept of somebody who was
 * erased while it was on its way.
 */
export function keepCopy(
  db: Db,
  { urlHash, conversationId }: CopyOf,
  file: MediaFile,
  { nowMs = Date.now(), totalMaxBytes = TOTAL_MAX_BYTES } = {},
): void {
  inTransaction(db, () => {
    if (conversationId !== null && findErasable(db, conversationId) === null) return;
    if (!hasRoomFor(db, file.body.length, totalMaxBytes)) makeRoom(db, file.body.length, totalMaxBytes);
    insertMediaFile(db, { ...file, urlHash, conversationId, fetchedMs: nowMs });
  });
}

function makeRoom(db: Db, bytes: number, totalMaxBytes: number): void {
  let free = totalMaxBytes - sumMediaBytes(db);
  const wanted = bytes + Math.min(ROOM_BYTES, totalMaxBytes / 64);
  while (free < wanted) {
    const dropped = dropOldestMedia(db, Number.MAX_SAFE_INTEGER);
    if (dropped === 0) return;
    free += dropped;
  }
}

/** Sizes that were added up lately, by database: never less than what is there, since nothing else adds copies. */
const totals = onGlobal("media-totals", () => new WeakMap<Db, number>());

/** Adds them up only when there may be too many: what went by itself is noticed then. */
function hasRoomFor(db: Db, bytes: number, totalMaxBytes: number): boolean {
  const atMost = totals.get(db) ?? Number.POSITIVE_INFINITY;
  const total = atMost + bytes > totalMaxBytes ? sumMediaBytes(db) : atMost;
  const hasRoom = total + bytes <= totalMaxBytes;
  if (hasRoom) totals.set(db, total + bytes);
  else totals.delete(db);
  return hasRoom;
}
