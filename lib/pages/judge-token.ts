import type { TokenInfo } from "@/lib/graph/debug-token";
import type { GraphError } from "@/lib/graph/graph-error";
import { DEAD_TOKEN_FAULTS, type DeadTokenFault, toDeadTokenFault, toTokenFault } from "@/lib/messenger/token-fault";
import { NEEDED_PERMISSIONS } from "./consent-permissions";
import type { StoredProblem } from "./page-problems";
import type { ProblemCode } from "./problem-sentences";

const WARN_BEFORE_MS = 7 * 24 * 60 * 60 * 1000;
/** One of these is needed to subscribe webhooks (Meta docs: Page tasks). */
const SUBSCRIBING_TASKS = ["MODERATE", "CREATE_CONTENT", "MANAGE"];

/** Problems that say whether the token lives, and those that say how far it reaches. */
export const LIFE_CODES: readonly ProblemCode[] = ["token_missing", ...DEAD_TOKEN_FAULTS];
export const REACH_CODES: readonly ProblemCode[] = [
  "permission_missing",
  "page_not_granted",
  "token_expires_soon",
  "task_missing",
];

/** Why a token is dead, by the refusal of a call, or else by what Meta tells of the token; null: it is not, as far as known. */
export function toDeath(refusal: GraphError | null, info: TokenInfo | null): DeadTokenFault | null {
  const byCall = refusal && toDeadTokenFault(refusal.code, refusal.subcode);
  const error = info?.error ?? null;
  const byInfo = info?.isValid === false && error ? toDeadTokenFault(error.code, error.subcode) : null;
  // What names a cause says more than what names none.
  if (byCall !== null && byCall !== "token_invalid") return byCall;
  return byInfo ?? byCall;
}

type Reach = {
  pageId: string;
  /** Why the Page's own settings could not be read; null when they could. */
  refusal: GraphError | null;
  /** What Meta tells of the token; null when it does not. */
  info: TokenInfo | null;
  /** What the token's person may do on the Page; null when Meta does not say. */
  tasks: readonly string[] | null;
};

/** How far a living token reaches: the widest cause of all, so that one fix is told, not three. */
export function judgeReach({ pageId, refusal, info, tasks }: Reach, nowMs: number): StoredProblem[] {
  const [problem] = [
    ...judgePermissions(info),
    ...judgeCoverage(pageId, info),
    ...judgeTasks(tasks),
    ...judgeRefusal(refusal),
  ];
  return [...(problem ? [problem] : []), ...judgeExpiry(info?.expiresAtMs ?? null, nowMs)];
}

function judgePermissions(info: TokenInfo | null): StoredProblem[] {
  // An empty list: Meta did not tell.
  if (info === null || info.scopes.length === 0) return [];
  const missing = NEEDED_PERMISSIONS.filter((permission) => !info.scopes.includes(permission));
  return missing.length === 0 ? [] : [{ code: "permission_missing", facts: { permissions: missing.join(", ") } }];
}

function judgeCoverage(pageId: string, info: TokenInfo | null): StoredProblem[] {
  const uncovered = (info?.granularScopes ?? []).filter(
    ({ scope, targetIds }) =>
      (NEEDED_PERMISSIONS as readonly string[]).includes(scope) && targetIds !== null && !targetIds.includes(pageId),
  );
  const permissions = uncovered.map(({ scope }) => scope).join(", ");
  return uncovered.length === 0 ? [] : [{ code: "page_not_granted", facts: { permissions } }];
}

function judgeTasks(tasks: readonly string[] | null): StoredProblem[] {
  if (tasks === null) return [];
  const missing = [
    ...(tasks.includes("MESSAGING") ? [] : ["read and answer messages"]),
    ...(SUBSCRIBING_TASKS.some((task) => tasks.includes(task)) ? [] : ["set up webhooks"]),
  ];
  return missing.length === 0 ? [] : [{ code: "task_missing", facts: { tasks: missing.join(", ") } }];
}

/** Meta refused for a permission and nothing told which: reading the Page's apps needs this one. */
function judgeRefusal(refusal: GraphError | null): StoredProblem[] {
  if (refusal === null || toTokenFault(refusal.code, refusal.subcode) !== "permission_missing") return [];
  return [{ code: "permission_missing", facts: { permissions: "pages_manage_metadata" } }];
}

function judgeExpiry(expiresAtMs: number | null, nowMs: number): StoredProblem[] {
  if (expiresAtMs === null || expiresAtMs <= nowMs || expiresAtMs - nowMs > WARN_BEFORE_MS) return [];
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const date = new Intl.DateTimeFormat("en-GB", options).format(expiresAtMs);
  return [{ code: "token_expires_soon", facts: { date } }];
}
