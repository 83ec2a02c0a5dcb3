import type { AvailablePage } from "@/lib/api/schemas/pages";

/** Why a Page cannot be linked: for programs, and as a sentence for a person. */
export type Obstacle = { obstacle: NonNullable<AvailablePage["obstacle"]>; reason: string };

/** Meta docs: Page tasks. One of these is needed to subscribe webhooks. */
const SUBSCRIBING_TASKS = ["MODERATE", "CREATE_CONTENT", "MANAGE"];

type Asked = {
  account: { pageId: string; token: string | null; tasks: readonly string[] | null };
  grants: { missing: readonly string[]; coverage: ReadonlyMap<string, ReadonlySet<string>> };
  /** What every Page needs. */
  needed: readonly string[];
};

/** What keeps a Page that Facebook lists from being linked; null when nothing is known to. */
export function findObstacle({ account, grants, needed }: Asked): Obstacle | null {
  const { pageId, token, tasks } = account;
  if (grants.missing.length > 0) {
    const reason = `You declined a permission that it needs: ${grants.missing.join(", ")}.`;
    return { obstacle: "permission_declined", reason };
  }
  const uncovered = needed.filter((permission) => grants.coverage.get(permission)?.has(pageId) === false);
  if (uncovered.length > 0) {
    const reason = `In Facebook's dialog it was not ticked for ${uncovered.join(", ")}.`;
    return { obstacle: "not_granted", reason };
  }
  if (token === null) return { obstacle: "no_access", reason: "Facebook gives you no access to act for this Page." };
  if (tasks === null) return null;
  if (!tasks.includes("MESSAGING")) {
    return { obstacle: "task_missing", reason: "Your role on this Page does not include messages." };
  }
  if (SUBSCRIBING_TASKS.some((task) => tasks.includes(task))) return null;
  return { obstacle: "task_missing", reason: "Your role on this Page does not let you set up webhooks." };
}

/** A Page that was ticked in the dialog, and that Facebook nevertheless does not list. */
export function unlistedObstacle(declined: readonly string[]): Obstacle {
  const isDeclined = declined.includes("business_management");
  return isDeclined
    ? {
        obstacle: "permission_declined",
        reason: "You declined business_management, without which Facebook hides Pages that belong to a business.",
      }
    : { obstacle: "no_access", reason: "You ticked it, but Facebook does not list it for you. Check your role on it." };
}

/** A Page that is linked here through this person, and that Facebook lists for them no more. */
export function lostObstacle(declined: readonly string[]): Obstacle {
  if (declined.includes("pages_show_list")) {
    return {
      obstacle: "permission_declined",
      reason: "You declined pages_show_list, without which Facebook lists no Page of yours.",
    };
  }
  return {
    obstacle: "not_granted",
    reason: "It was not ticked in Facebook's dialog, or you no longer have a role on it.",
  };
}
