import type { Page } from "@/lib/api/schemas/pages";
import { policyProblem, toPageProblem, toPageStatus } from "./page-problems";
import type { PageRow } from "./page-queries";

/** A Page as the API tells it: never with its token. */
export function toPage(row: PageRow, nowMs: number): Page {
  const policy = policyProblem(row, nowMs);
  const problems = policy === null ? row.problems : [...row.problems, policy];
  return {
    id: row.id,
    name: row.name,
    pictureUrl: row.pictureUrl === null ? null : `/api/pages/${row.id}/picture`,
    category: row.category,
    status: toPageStatus(row.linkedMs !== null, problems),
    tokenStatus: row.tokenStatus,
    desiredFields: row.desiredFields,
    actualFields: row.actualFields,
    unreadConversations: row.unreadConversations,
    lastNotificationAt: row.lastNotificationMs,
    linkedAt: row.linkedMs,
    checkedAt: row.checkedMs,
    problems: row.linkedMs === null ? [] : problems.map(toPageProblem),
  };
}
