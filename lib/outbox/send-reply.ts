import "server-only";
import type { Message } from "@/lib/api/schemas/inbox";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { Changes } from "@/lib/inbox/changes";
import { findMessage } from "@/lib/inbox/message-list-queries";
import { enqueueMessage, type Reply } from "./enqueue-message";

type Surroundings = { publish: (changes: Changes) => void; outbox: { wake: () => void } };

/** Queues a reply and lets it go. @throws {AppError} `not_found` */
export async function sendReply(db: Db, reply: Reply, { publish, outbox }: Surroundings): Promise<Message> {
  const queued = enqueueMessage(db, reply, Date.now());
  const message = queued && (await findMessage(db, queued.messageId));
  if (!message) throw new AppError("not_found", "There is no such conversation.");
  publish(queued.changes);
  outbox.wake();
  return message;
}
