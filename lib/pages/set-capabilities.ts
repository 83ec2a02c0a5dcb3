import "server-only";
import type { z } from "zod";
import type { capabilitiesInput } from "@/lib/api/schemas/outgoing";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { Changes } from "@/lib/inbox/changes";
import { findPage, updatePage } from "./page-queries";

/**
 * Writes down by hand what Meta lets a Page send beyond replies. What Meta takes or refuses later counts for more.
 * @throws {AppError} `not_found`
 */
export async function setCapabilities(
  db: Db,
  { pageId, userId, input }: { pageId: string; userId: string; input: z.infer<typeof capabilitiesInput> },
  publish: (changes: Changes) => void,
): Promise<void> {
  const page = await findPage(db, pageId);
  if (!page) throw new AppError("not_found", "There is no such Page here.");
  const { humanAgent = page.humanAgent, oneTime = page.oneTime } = input;
  await updatePage(db, pageId, { humanAgent, oneTime });
  recordAudit(db, {
    atMs: Date.now(),
    userId,
    action: "page.capabilities_set",
    target: pageId,
    pageId,
    detail: { ...input },
  });
  const changes = new Changes();
  changes.pages.add(pageId);
  publish(changes);
}
