import "server-only";
import type { Message } from "@/lib/api/schemas/inbox";
import type { SendMessageInput } from "@/lib/api/schemas/outgoing";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { getGraph } from "@/lib/graph/graph";
import type { Changes } from "@/lib/inbox/changes";
import { getConversation } from "@/lib/inbox/conversation-queries";
import { findMessage } from "@/lib/inbox/message-list-queries";
import { findMessageByClientId } from "@/lib/inbox/message-queries";
import { enqueueMessage, type Reply } from "./enqueue-message";
import { toOutgoingContent } from "./to-outgoing-content";

export type ReplyInput = Omit<Reply, "content"> & { input: Omit<SendMessageInput, "clientId"> };
type Surroundings = {
  publish: (changes: Changes) => void;
  outbox: { wake: (messageIds: readonly number[]) => void };
};

/**
 * Queues a reply and lets it go. The same `clientId` again answers the same message, whatever has become of it.
 * @throws {AppError} as `enqueueMessage`
 */
export async function sendReply(
  db: Db,
  { input, ...reply }: ReplyInput,
  { publish, outbox }: Surroundings,
): Promise<Message> {
  const { pageId, channel } = await getConversation(db, reply.conversationId, Date.now());
  const before = findMessageByClientId(db, reply.conversationId, reply.clientId);
  if (before) return readMessage(db, before.id);
  const content = await toOutgoingContent(db, getGraph(), { pageId, channel }, input);
  const { messageId, changes } = enqueueMessage(db, { ...reply, content }, Date.now());
  publish(changes);
  outbox.wake([messageId]);
  return readMessage(db, messageId);
}

async function readMessage(db: Db, messageId: number): Promise<Message> {
  const message = await findMessage(db, messageId);
  if (!message) throw new AppError("not_found", "There is no such conversation.");
  return message;
}
