import "server-only";
import type { Message } from "@/lib/api/schemas/inbox";
import type { SendMessageInput } from "@/lib/api/schemas/outgoing";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { Changes } from "@/lib/inbox/changes";
import { getConversation } from "@/lib/inbox/conversation-queries";
import { findMessage } from "@/lib/inbox/message-list-queries";
import { enqueueMessage, type Reply } from "./enqueue-message";
import { toOutgoingContent } from "./to-outgoing-content";

export type ReplyInput = Omit<Reply, "content"> & { input: Omit<SendMessageInput, "clientId"> };
type Surroundings = { publish: (changes: Changes) => void; outbox: { wake: () => void } };

/** Queues a reply and lets it go. @throws {AppError} `not_found`; `invalid_input` */
export async function sendReply(
  db: Db,
  { input, ...reply }: ReplyInput,
  { publish, outbox }: Surroundings,
): Promise<Message> {
  const { pageId } = await getConversation(db, reply.conversationId, Date.now());
  const content = toOutgoingContent(db, pageId, input);
  const queued = enqueueMessage(db, { ...reply, content }, Date.now());
  const message = queued && (await findMessage(db, queued.messageId));
  if (!message) throw new AppError("not_found", "There is no such conversation.");
  publish(queued.changes);
  outbox.wake();
  return message;
}
