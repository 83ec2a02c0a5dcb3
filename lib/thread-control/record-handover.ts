import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { Changes } from "@/lib/inbox/changes";
import { insertMessage, NOTHING_MORE } from "@/lib/inbox/message-queries";
import { noteStuck } from "@/lib/inbox/note-stuck";
import { toOwnerKind } from "@/lib/inbox/owner-kind";
import { findThreadById, type ThreadState, updateOwner, updateThread } from "@/lib/inbox/thread-queries";
import type { ThreadNote } from "@/lib/messenger/thread-note";

export type Handover = {
  conversationId: number;
  kind: "take_thread_control" | "pass_thread_control";
  /** Null: nobody holds the thread now. */
  toAppId: string | null;
  userId: string;
  metadata: string | null;
};

/**
 * Meta let this desk take a thread or give it away: who holds it from now on, and a line in the thread. The webhook that
 * tells of it too adds no second line, whichever of the two is first. @returns what to publish
 */
export function recordHandover(db: Db, ownAppId: string, handover: Handover, nowMs: number): Changes {
  const changes = new Changes();
  inTransaction(db, () => {
    const thread = findThreadById(db, handover.conversationId);
    if (!thread) return;
    const { toAppId } = handover;
    // A thread that nobody holds may be answered from here.
    const isStandby = toAppId !== null && toAppId !== ownAppId;
    const isNews = thread.ownerAppId !== toAppId || isOnStandby(thread) !== isStandby;
    if (isNews) changes.createdMessages.add(addHandoverLine(db, thread, handover, nowMs));
    recordHolder(db, thread, { appId: toAppId, ownAppId, isStandby }, nowMs);
    changes.conversations.add(thread.id);
    noteStuck(db, thread.id, changes);
  });
  return changes;
}

/** Whether another app answers, as far as it is known. */
export const isOnStandby = ({ standbyMs, primaryMs }: ThreadState) => (standbyMs ?? -1) > (primaryMs ?? -1);

export type Holder = {
  /** Null: nobody, or somebody whom Meta does not name. */
  appId: string | null;
  ownAppId: string;
  /** Another app answers. */
  isStandby: boolean;
};

/** Writes down who holds a thread at this moment; what events told before does not outlast it. */
export function recordHolder(db: Db, thread: ThreadState, { appId, ownAppId, isStandby }: Holder, nowMs: number): void {
  thread.ownerAppId = appId;
  thread.ownerKind = appId === null ? null : toOwnerKind(appId, ownAppId);
  thread.ownerMs = Math.max(nowMs, (thread.ownerMs ?? 0) + 1);
  thread.ownerTie = 0;
  updateOwner(db, thread);
  if (isStandby) thread.standbyMs = Math.max(nowMs, (thread.standbyMs ?? 0) + 1, (thread.primaryMs ?? 0) + 1);
  else thread.primaryMs = Math.max(nowMs, (thread.primaryMs ?? 0) + 1, thread.standbyMs ?? 0);
  updateThread(db, thread, false);
}

function addHandoverLine(db: Db, thread: ThreadState, handover: Handover, nowMs: number): number {
  const { kind, toAppId, metadata, userId } = handover;
  const note: ThreadNote = { kind, fromAppId: thread.ownerAppId, toAppId, metadata };
  return insertMessage(db, {
    ...NOTHING_MORE,
    conversationId: thread.id,
    pageId: thread.pageId,
    mid: null,
    direction: "in",
    author: "desk",
    kind: "system",
    field: null,
    details: JSON.stringify(note),
    sentMs: nowMs,
    tie: 0,
    status: "received",
    notificationId: null,
    userId,
  });
}
