import type { Page } from "@/lib/api/schemas/pages";
import { toPageProblem, toPageStatus } from "./page-problems";
import type { PageRow } from "./page-queries";

/** A Page as the API tells it: never with its token. */
export function toPage(row: PageRow): Page {
  return {
    id: row.id,
    name: row.name,
    pictureUrl: row.pictureUrl === null ? null : `/api/pages/${row.id}/picture`,
    category: row.category,
    status: toPageStatus(row.linkedMs !== null, row.problems),
    tokenStatus: row.tokenStatus,
    desiredFields: row.desiredFields,
    actualFields: row.actualFields,
    unreadConversations: row.unreadConversations,
    lastNotificationAt: row.lastNotificationMs,
    linkedAt: row.linkedMs,
    checkedAt: row.checkedMs,
    problems: row.linkedMs === null ? [] : row.problems.map(toPageProblem),
  };
}
