import "server-only";
import { type Db, prepared } from "@/lib/db/db";

/** What a bubble of ours takes over from its echo. */
export type MessageContent = {
  appId: string | null;
  text: string | null;
  /** JSON of MessageAttachment[], or null for none. */
  attachments: string | null;
};

export function findMessageContent(db: Db, messageId: number): MessageContent | undefined {
  return prepared<MessageContent>(db, "SELECT app_id AS appId, text, attachments FROM messages WHERE id = ?").get(
    messageId,
  );
}

export function updateMessageContent(db: Db, messageId: number, { appId, text, attachments }: MessageContent): void {
  prepared(db, "UPDATE messages SET app_id = ?, text = ?, attachments = ? WHERE id = ?").run(
    appId,
    text,
    attachments,
    messageId,
  );
}
