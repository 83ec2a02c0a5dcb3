import "server-only";
import type { Db } from "@/lib/db/db";
import type { MessageAttachment } from "@/lib/messenger/messaging-event";
import { findMessageContent, type MessageContent, updateMessageContent } from "./message-content-queries";
import { reindexMessage } from "./search-index-queries";

/**
 * Gives a message of ours what its echo brings: Meta's copy of the text and of what is attached is what the person sees,
 * and the only one that knows where a picture lies. What the echo leaves out stays as it was written here.
 */
export function takeContent(db: Db, messageId: number, echo: MessageContent): void {
  const ours = findMessageContent(db, messageId);
  if (!ours) return;
  const text = echo.text ?? ours.text;
  const attachments = echo.attachments === null ? ours.attachments : merge(text, ours.attachments, echo.attachments);
  const appId = echo.appId ?? ours.appId;
  if (text === ours.text && attachments === ours.attachments && appId === ours.appId) return;
  updateMessageContent(db, messageId, { appId, text, attachments });
  if (text !== null && text !== ours.text) reindexMessage(db, messageId, text);
}

/** Meta drops the name a file had here, and repeats the text of a template as its title. */
function merge(text: string | null, ours: string | null, theirs: string): string {
  const written = ours === null ? [] : (JSON.parse(ours) as MessageAttachment[]);
  const merged = (JSON.parse(theirs) as MessageAttachment[]).map((attachment, index) => {
    const title = attachment.title ?? written[index]?.title ?? null;
    return { ...written[index], ...attachment, title: title === text ? null : title };
  });
  return JSON.stringify(merged);
}
