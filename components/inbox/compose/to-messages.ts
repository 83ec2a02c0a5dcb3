import type { MediaType } from "@/lib/messenger/outgoing-content";
import type { Draft } from "../draft-store";
import type { SendContent } from "./send-content";
import { type Shown, toShown } from "./to-shown";

export type ReadyFile = { type: MediaType; filename: string; attachmentId: string; previewUrl: string | null };
export type MessageToSend = { content: SendContent; shown: Shown; previewUrl: string | null };

/**
 * What was written, as messages in the order they go out: a file is a message of its own, and the words come after the
 * files. The words quote, or the first file where there are none; the last message carries the quick replies, because they
 * go with the newest alone (Meta docs: quick replies).
 *
 * @param canQuote whether Meta takes a quote now; without it the quote is left out
 */
export function toMessages(
  { text, quickReplies, quoted }: Pick<Draft, "text" | "quickReplies" | "quoted">,
  files: readonly ReadyFile[],
  canQuote: boolean,
): MessageToSend[] {
  const parts: { content: SendContent; shown: Partial<Shown>; previewUrl: string | null }[] = files.map(
    ({ type, filename, attachmentId, previewUrl }) => ({
      content: { attachment: { type, attachmentId } },
      shown: { attachments: [{ type, url: null, src: null, title: filename }] },
      previewUrl,
    }),
  );
  const words = text.trim();
  if (words !== "") parts.push({ content: { text: words }, shown: {}, previewUrl: null });
  const quoting = words === "" ? 0 : parts.length - 1;
  return parts.map(({ content, shown, previewUrl }, index) => {
    const isQuoting = index === quoting && quoted !== null && canQuote;
    const isLast = index === parts.length - 1;
    const whole: SendContent = {
      ...content,
      ...(isQuoting ? { replyToMid: quoted.mid } : {}),
      ...(isLast && quickReplies.length > 0 ? { quickReplies: [...quickReplies] } : {}),
    };
    return { content: whole, shown: toShown(whole, { ...shown, quoted: isQuoting ? quoted : null }), previewUrl };
  });
}
