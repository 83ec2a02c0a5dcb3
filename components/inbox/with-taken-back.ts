import type { Message } from "@/lib/api/schemas/inbox";
import type { CancelMessageResult } from "@/lib/api/schemas/outgoing";
import type { Draft } from "./draft-store";

/** A draft with what was written in a message that was taken back: before what is being written since, which all stays. */
export function withTakenBack(
  draft: Draft,
  { text, quickReplies, replyToMid }: NonNullable<CancelMessageResult["written"]>,
  quoted: Message["quoted"],
): Draft {
  const texts = [text, draft.text].filter((each) => each.trim() !== "");
  return {
    ...draft,
    text: texts.join("\n"),
    quickReplies: draft.quickReplies.length > 0 ? draft.quickReplies : quickReplies,
    quoted: draft.quoted ?? (quoted !== null && replyToMid !== null ? { ...quoted, mid: replyToMid } : null),
  };
}
