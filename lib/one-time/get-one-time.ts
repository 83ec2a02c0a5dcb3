import "server-only";
import type { OneTimeNotification, OneTimeTopic } from "@/lib/api/schemas/outgoing";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { getConversation } from "@/lib/inbox/conversation-queries";
import { findPage } from "@/lib/pages/page-queries";
import { listOneTimeOfConversation, listOneTimeOfTopic, listOneTimeTopics } from "./one-time-list-queries";

type Part = { cursor?: string | undefined; limit: number };

/** What one person was asked for and agreed to, the latest first. @throws {AppError} `not_found`, `invalid_input` */
export async function getOneTimeOfConversation(db: Db, conversationId: number, part: Part) {
  await getConversation(db, conversationId, Date.now());
  return listOneTimeOfConversation(db, conversationId, part);
}

/** The people of one topic of a Page, the latest first. @throws {AppError} `not_found`, `invalid_input` */
export async function getOneTimeOfTopic(
  db: Db,
  of: { pageId: string; topic: string; state: OneTimeNotification["state"] },
  part: Part,
) {
  await assertPage(db, of.pageId);
  return listOneTimeOfTopic(db, of, part);
}

/** Topics of a Page with how many people could be told now. @throws {AppError} `not_found` */
export async function getOneTimeTopics(db: Db, pageId: string): Promise<OneTimeTopic[]> {
  await assertPage(db, pageId);
  return listOneTimeTopics(db, pageId);
}

async function assertPage(db: Db, pageId: string): Promise<void> {
  if (!(await findPage(db, pageId))) throw new AppError("not_found", "There is no such Page here.");
}
