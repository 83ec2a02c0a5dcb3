import "server-only";
import type { Page } from "@/lib/api/schemas/pages";
import { maySeePage, type PageAccess } from "@/lib/auth/page-access";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { getWebhookHealth } from "@/lib/webhook-failures/get-webhook-health";
import { findPage, listPages } from "./page-queries";
import { toPage } from "./to-page";

/** Every Page here that may be seen, with what is wrong with it, by name; unlinked ones with a history too. */
export async function getPages(db: Db, access: PageAccess, nowMs: number): Promise<Page[]> {
  const { clocks } = await getWebhookHealth(db, nowMs);
  return (await listPages(db)).filter(({ id }) => maySeePage(access, id)).map((row) => toPage(row, clocks, nowMs));
}

/** @throws {AppError} `not_found` */
export async function getPage(db: Db, pageId: string, nowMs: number): Promise<Page> {
  const row = await findPage(db, pageId);
  if (!row) throw new AppError("not_found", "There is no such Page here.");
  const { clocks } = await getWebhookHealth(db, nowMs);
  return toPage(row, clocks, nowMs);
}
