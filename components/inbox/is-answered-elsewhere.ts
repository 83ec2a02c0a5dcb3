import type { Conversation, Message } from "@/lib/api/schemas/inbox";

const ACCEPTED: readonly Message["status"][] = ["sent", "delivered", "read"];

/**
 * Whether another app answers a conversation, by the newest sign of it in the thread. Meta refuses the replies of an app
 * while another holds the thread, so one of ours that it took shows that none does (Meta docs: Conversation Routing).
 * @param messages oldest first; as much of the thread as is known
 */
export function isAnsweredElsewhere(
  { isStandby }: Pick<Conversation, "isStandby">,
  messages: readonly Pick<Message, "author" | "status" | "isStandby" | "note">[],
): boolean {
  return isStandby && !isOurs(messages.findLast((message) => isOurs(message) || tellsOfOwner(message)));
}

function isOurs(message: Pick<Message, "author" | "status"> | undefined): boolean {
  return message?.author === "desk" && ACCEPTED.includes(message.status);
}

function tellsOfOwner({ isStandby, note }: Pick<Message, "isStandby" | "note">): boolean {
  return isStandby || note?.kind === "pass_thread_control" || note?.kind === "take_thread_control";
}
