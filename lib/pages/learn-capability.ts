import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import type { Changes } from "@/lib/inbox/changes";
import { readPage, writePage } from "./page-queries";

export type Learnt = { humanAgent?: "yes" | "no"; oneTime?: "yes" | "no" };

/**
 * Meta took or refused something that only Pages with a feature may do: what that shows is written on the Page. Nothing
 * of Meta's tells it otherwise. What is known already changes nothing. Call it in a transaction.
 */
export function learnCapability(db: Db, pageId: string, learnt: Learnt, changes: Changes, nowMs: number): void {
  const page = readPage(db, pageId);
  if (!page) return;
  const { humanAgent = page.humanAgent, oneTime = page.oneTime } = learnt;
  if (humanAgent === page.humanAgent && oneTime === page.oneTime) return;
  writePage(db, pageId, { humanAgent, oneTime });
  recordAudit(db, {
    atMs: nowMs,
    userId: null,
    action: "page.capabilities_learnt",
    target: pageId,
    pageId,
    detail: learnt,
  });
  changes.pages.add(pageId);
}
