import "server-only";
import type { FailedAbout } from "@/lib/api/schemas/delivery-errors";
import { type Db, prepared } from "@/lib/db/db";
import { toLine } from "@/lib/inbox/record-activity";

type Found = {
  displayName: string | null;
  text: string | null;
  attachments: string | null;
  details: string | null;
};

/**
 * To whom a failed call was, and what was to be said: rows by their ids, whatever there is of them. Read each time and
 * never kept with the error, so that it goes when the person is erased or the message is taken back.
 */
export function findFailedAbout(db: Db, deliveryErrorId: number): FailedAbout {
  const found = prepared<Found>(
    db,
    `SELECT c.display_name AS displayName, m.text, m.attachments, m.details
     FROM delivery_errors e LEFT JOIN conversations c ON c.id = e.conversation_id
       LEFT JOIN messages m ON m.id = e.message_id WHERE e.id = ?`,
  ).get(deliveryErrorId);
  if (!found) return { displayName: null, preview: "", previewKind: "none" };
  const { text, kind } = toLine({ ...found, mid: null, direction: "out", kind: "message" });
  return { displayName: found.displayName, preview: text, previewKind: kind };
}
