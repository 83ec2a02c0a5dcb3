import type { Page } from "@/lib/api/schemas/pages";
import type { WebhookClock } from "@/lib/api/schemas/webhook-failures";
import { clockProblem, policyProblems, toPageProblem, toPageStatus } from "./page-problems";
import type { PageRow } from "./page-queries";

/** A Page as the API tells it: never with its token. `clocks`: the ones that run at the moment, of any Page. */
export function toPage(row: PageRow, clocks: readonly WebhookClock[], nowMs: number): Page {
  const clock = clocks.find(({ pageId }) => pageId === row.id);
  const problems = [...(clock ? [clockProblem(clock)] : []), ...row.problems, ...policyProblems(row, nowMs)];
  return {
    id: row.id,
    name: row.name,
    pictureUrl: row.pictureUrl === null ? null : `/api/pages/${row.id}/picture`,
    category: row.category,
    status: toPageStatus(row.linkedMs !== null, problems),
    tokenStatus: row.tokenStatus,
    desiredFields: row.desiredFields,
    actualFields: row.actualFields,
    instagram: row.instagramAccountId === null ? null : { id: row.instagramAccountId, username: row.instagramUsername },
    token: {
      source: row.tokenSource,
      ownerName: row.tokenOwnerName,
      expiresAt: row.tokenExpiresMs,
      scopes: row.tokenScopes,
      tasks: row.tasks,
    },
    otherApps: row.otherApps ?? [],
    lastSentAt: row.lastSentMs,
    capabilities: {
      humanAgent: row.humanAgent,
      oneTime: row.oneTime,
      utility: toUtilityCapability(row.tokenScopes),
    },
    nextCheckAt: row.linkedMs === null ? null : row.nextCheckMs,
    unreadConversations: row.unreadConversations,
    lastNotificationAt: row.lastNotificationMs,
    linkedAt: row.linkedMs,
    checkedAt: row.checkedMs,
    problems: row.linkedMs === null ? [] : problems.map(toPageProblem),
  };
}

/** Utility templates need a permission of their own (Meta docs: utility messages). */
export function toUtilityCapability(scopes: string[] | null): Page["capabilities"]["utility"] {
  if (scopes === null) return "unknown";
  return scopes.includes("page_utility_messaging") ? "yes" : "no";
}
