import "server-only";
import { type Db, prepared } from "@/lib/db/db";

/** The Page's own reaction to a message, as Meta has it; null: none. */
export function updateOwnReaction(db: Db, messageId: number, emoji: string | null): void {
  prepared(db, "UPDATE messages SET own_reaction = ? WHERE id = ?").run(emoji, messageId);
}
