import "server-only";
import type { Db } from "@/lib/db/db";
import type { EditEvent } from "@/lib/messenger/messaging-event";
import type { Context, Effect, Place } from "./apply-event";
import { insertEdit, listEdits } from "./edit-queries";
import { findMessageByMid, type NewMessage, updateText } from "./message-queries";
import { renewPreview, toLine } from "./record-activity";
import { reindexMessage } from "./search-index-queries";
import type { ThreadState } from "./thread-queries";

/** A new text of a message. The edit with the greatest number counts; every earlier text is kept. */
export function applyEdit(
  db: Db,
  thread: ThreadState,
  { mid, text, number }: EditEvent,
  { sentMs }: Place,
  { notificationId, changes }: Context,
): Effect {
  const message = findMessageByMid(db, thread.pageId, mid);
  if (message?.unsentMs) return { messageId: message.id, unsent: { mid, timesMs: [sentMs] } };
  const ofMessage = { conversationId: thread.id, mid };
  const known = listEdits(db, ofMessage);
  if (known.some((edit) => edit.number === number)) return { messageId: message?.id ?? null };
  if (message && known.length === 0) {
    insertEdit(db, ofMessage, {
      number: 0,
      text: message.text ?? "",
      editedMs: message.sentMs,
      notificationId: null,
    });
  }
  insertEdit(db, ofMessage, { number, text, editedMs: sentMs, notificationId });
  if (!message) return { messageId: null };
  changes.updatedMessages.add(message.id);
  if (number < message.editCount) return { messageId: message.id };
  updateText(db, message.id, text, number);
  reindexMessage(db, message.id, text);
  renewPreview(db, thread, toLine({ ...message, text, attachments: null, details: null, kind: "message" }));
  return { messageId: message.id };
}

/** The message with the edits that came before it. */
export function takeEdits(db: Db, conversationId: number, mid: string, message: NewMessage): NewMessage {
  const last = listEdits(db, { conversationId, mid }).at(-1);
  if (!last) return message;
  insertEdit(
    db,
    { conversationId, mid },
    { number: 0, text: message.text ?? "", editedMs: message.sentMs, notificationId: null },
  );
  return { ...message, text: last.text, editCount: last.number };
}
