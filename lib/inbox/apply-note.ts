import "server-only";
import type { Db } from "@/lib/db/db";
import { NOTE_TRAITS, type ThreadNote } from "@/lib/messenger/thread-note";
import { addLine } from "./add-line";
import type { Context, Effect, Place } from "./apply-event";
import { confirmOwnHandover } from "./handover-queries";
import { toOwnerKind } from "./owner-kind";
import { recordActivity } from "./record-activity";
import { type ThreadState, updateOwner, updateThread } from "./thread-queries";

/** Something done rather than said: a line of its own in the thread. */
export function applyNote(db: Db, thread: ThreadState, note: ThreadNote, place: Place, context: Context): Effect {
  const messageId =
    findOwnLine(db, thread, note, place, context) ??
    addLine(db, thread, { kind: "system", details: JSON.stringify(note) }, place, context);
  recordOwner(db, thread, note, place, context);
  recordNoteActivity(db, thread, note, place);
  return { messageId };
}

/** What was done from here has its line already. */
function findOwnLine(
  db: Db,
  { id }: ThreadState,
  note: ThreadNote,
  { sentMs }: Place,
  { notificationId, changes }: Context,
): number | null {
  if (note.kind !== "pass_thread_control" && note.kind !== "take_thread_control") return null;
  const { kind, toAppId } = note;
  const own = confirmOwnHandover(db, { conversationId: id, kind, toAppId, sentMs, notificationId });
  if (own !== null) changes.updatedMessages.add(own);
  return own;
}

function recordNoteActivity(db: Db, thread: ThreadState, note: ThreadNote, { sentMs, tie }: Place): void {
  const { isActivity, isUnread } = NOTE_TRAITS[note.kind];
  if (opensWindow(note)) thread.lastInboundMs = Math.max(thread.lastInboundMs ?? 0, sentMs);
  if (isActivity) {
    recordActivity(db, thread, {
      line: { text: "", kind: note.kind, direction: "in", mid: null },
      sentMs,
      tie,
      isUnread,
      reopens: isUnread,
    });
  } else {
    updateThread(db, thread, false);
  }
}

/**
 * An m.me link into an existing thread opens the window, an ad only together with a message; a cart is a message
 * (Meta docs: Send API, messaging window).
 */
function opensWindow(note: ThreadNote): boolean {
  return note.kind === "order" || (note.kind === "referral" && note.source !== "ADS");
}

/** The last handover, by platform time, says who holds the thread (Meta docs: messaging_handovers). */
function recordOwner(db: Db, thread: ThreadState, note: ThreadNote, { sentMs, tie }: Place, { appId }: Context): void {
  if (note.kind !== "pass_thread_control" && note.kind !== "take_thread_control") return;
  const owner = note.toAppId;
  if (owner === appId) thread.primaryMs = Math.max(thread.primaryMs ?? 0, sentMs);
  else if (owner !== null) thread.standbyMs = Math.max(thread.standbyMs ?? 0, sentMs);
  const isNewer =
    thread.ownerMs === null || sentMs > thread.ownerMs || (sentMs === thread.ownerMs && tie > (thread.ownerTie ?? 0));
  if (isNewer) {
    thread.ownerAppId = owner;
    thread.ownerKind = owner === null ? null : toOwnerKind(owner, appId);
    thread.ownerMs = sentMs;
    thread.ownerTie = tie;
    updateOwner(db, thread);
  }
}
