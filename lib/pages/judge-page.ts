import type { AppLook } from "@/lib/app/look-at-app";
import { without } from "@/lib/fields/without";
import type { TokenInfo } from "@/lib/graph/debug-token";
import { GraphError, type GraphUnavailableError } from "@/lib/graph/graph-error";
import type { SubscribedApps } from "@/lib/graph/subscriptions";
import { isRateLimit, toTokenFault } from "@/lib/messenger/token-fault";
import { judgeReach, LIFE_CODES, REACH_CODES, toDeath } from "./judge-token";
import { judgeSilence, judgeTraffic, type Traffic } from "./judge-traffic";
import { type StoredProblem, toSeverity } from "./page-problems";
import type { PageProblemRow, PageRow } from "./page-queries";
import type { ProblemCode } from "./problem-sentences";
import type { PageState } from "./record-problems";

/** What a look at Meta brought: an answer, or why there is none. */
export type Seen<T> = { answer: T } | { failure: GraphError | GraphUnavailableError };

/** Everything a check has seen of a Page. */
export type Sight = {
  /** Apps on the Page, read with its token; null: there is no token. */
  onPage: Seen<SubscribedApps> | null;
  /** What Meta tells of the token: extra knowledge. Null: it was not asked. */
  info: Seen<TokenInfo> | null;
  onApp: Seen<AppLook>;
  /** What the person the token is of may do on the Page, null when Meta does not say: extra knowledge too. */
  tasks: Seen<string[] | null> | null;
  traffic: Traffic;
};

const INSTAGRAM_MESSAGES = "instagram_manage_messages";
const FIELD_CODES: readonly ProblemCode[] = ["page_unsubscribed", "fields_missing"];
/** What is wrong with the app as a whole, told on each Page that suffers from it. */
export const APP_CODES: readonly ProblemCode[] = [
  "app_secret_refused",
  "app_not_subscribed",
  "app_callback_elsewhere",
  "app_fields_missing",
  "instagram_not_subscribed",
];

/**
 * How a Page stands, by everything a check has seen. What could not be looked at this time stays as it was found
 * before; refusals that say nothing of the token never mark it dead.
 */
export function judgePage(page: PageRow, sight: Sight, nowMs: number): PageState {
  const keep = (codes: readonly ProblemCode[]) =>
    page.problems.filter(({ code }) => (codes as readonly string[]).includes(code));
  const tasks = answerOf(sight.tasks);
  const token = judgeToken(page, { ...sight, tasks: tasks ?? page.tasks }, keep, nowMs);
  const onPage = answerOf(sight.onPage);
  const onApp = answerOf(sight.onApp);
  const fields = onPage ? judgeFields(page, onPage.fields) : keep(FIELD_CODES);
  const app = onApp ? judgeApp(page, onApp, keep, sight) : keep(APP_CODES);
  const others = onPage?.others ?? page.otherApps;
  const problems = [...token.problems, ...fields, ...app];
  const explained = problems.some(isBroken);
  const failures = listFailures(sight, problems);
  const all = [
    ...problems,
    ...judgeTraffic({ ...page, otherApps: others }, sight.traffic, nowMs),
    ...(explained ? [] : judgeSilence(sight.traffic, nowMs)),
    ...failures,
  ];
  return {
    problems: all.sort((a, b) => Number(isBroken(b)) - Number(isBroken(a))),
    change: {
      ...token.change,
      ...(onPage ? { actualFields: onPage.fields, otherApps: others } : {}),
      ...(tasks === null ? {} : { tasks }),
      checkedMs: nowMs,
    },
  };
}

type Keep = (codes: readonly ProblemCode[]) => PageProblemRow[];
type Verdict = { problems: PageProblemRow[]; change: PageState["change"] };

type TokenSight = Pick<Sight, "onPage" | "info"> & { tasks: readonly string[] | null };

function judgeToken(page: PageRow, { onPage, info, tasks }: TokenSight, keep: Keep, nowMs: number): Verdict {
  if (onPage === null) {
    return { problems: [{ code: "token_missing", facts: {} }], change: { tokenStatus: "missing" } };
  }
  const told = answerOf(info);
  const refusal = refusalOf(onPage);
  const death = answerOf(onPage) ? null : toDeath(refusal, told);
  if (death !== null) return { problems: [{ code: death, facts: {} }], change: { tokenStatus: "invalid" } };
  const isProven = refusal === null ? answerOf(onPage) !== null : toTokenFault(refusal.code, refusal.subcode) !== null;
  // Meta did not get as far as the token: what was known of it stands.
  if (!isProven) return { problems: keep([...LIFE_CODES, ...REACH_CODES]), change: {} };
  const reach = judgeReach({ pageId: page.id, refusal, info: told, tasks }, nowMs);
  const isTold = reach.some(({ code }) => code !== "token_expires_soon");
  const known = told === null ? {} : { tokenExpiresMs: told.expiresAtMs, tokenScopes: told.scopes };
  // Meta would tell, but not now.
  const kept = told === null && isPassing(info) && !isTold ? keep(REACH_CODES) : [];
  return { problems: [...reach, ...kept], change: { tokenStatus: "valid", ...known } };
}

/** Which wanted fields are on at the Page. When none is, Meta has taken the app off, which is a fault of its own. */
export function judgeFields(
  { desiredFields }: Pick<PageRow, "desiredFields">,
  actual: readonly string[],
): StoredProblem[] {
  const missing = without(desiredFields, actual);
  if (missing.length === 0) return [];
  if (missing.length === desiredFields.length) return [{ code: "page_unsubscribed", facts: {} }];
  return [{ code: "fields_missing", facts: { fields: missing.join(", ") } }];
}

/** What is wrong with the app, for one Page. `keep` finds what was wrong before: of that nothing may be said now. */
export function judgeApp(
  page: PageRow,
  { subscriptions, problems }: AppLook,
  keep: Keep,
  sight?: Pick<Sight, "info" | "traffic">,
): PageProblemRow[] {
  if (problems.some(({ code }) => code === "app_secret_refused")) {
    return [...problems, ...keep(APP_CODES).filter(({ code }) => code !== "app_secret_refused")];
  }
  const find = (wanted: string) => subscriptions.find(({ object, isActive }) => object === wanted && isActive);
  const ofPages = find("page");
  // Without a subscription of Pages there is nothing to compare: the rest is as it was.
  if (!ofPages) return [...problems, ...keep(["app_fields_missing", "instagram_not_subscribed"])];
  const on = ofPages.fields.map(({ name }) => name);
  const missing = without(page.desiredFields, on);
  const scopes = answerOf(sight?.info ?? null)?.scopes ?? page.tokenScopes ?? [];
  // Whether anybody wants its messages: an account that comes along is no reason to complain for ever.
  const isInstagramUsed =
    scopes.includes(INSTAGRAM_MESSAGES) || sight?.traffic.hasInstagram || keep(["instagram_not_subscribed"]).length > 0;
  const isInstagramOff = page.instagramAccountId !== null && isInstagramUsed && find("instagram") === undefined;
  return [
    ...problems,
    ...(missing.length === 0 ? [] : [{ code: "app_fields_missing", facts: { fields: missing.join(", ") } }]),
    ...(isInstagramOff ? [{ code: "instagram_not_subscribed", facts: {} }] : []),
  ];
}

/** What could not be looked at, told once, and only where nothing else that was found explains it. */
function listFailures({ onPage, onApp }: Sight, problems: readonly PageProblemRow[]): StoredProblem[] {
  const found = new Set(problems.map(({ code }) => code));
  const refusal = refusalOf(onPage);
  const isExplained = found.has("app_secret_refused") || (refusal && toTokenFault(refusal.code, refusal.subcode));
  const failure = (isExplained ? null : failureOf(onPage)) ?? failureOf(onApp);
  if (failure === null) return [];
  const reason = failure instanceof GraphError ? `Facebook said: ${failure.message}` : failure.message;
  return [{ code: "check_failed", facts: { reason } }];
}

function answerOf<T>(seen: Seen<T> | null): T | null {
  return seen !== null && "answer" in seen ? seen.answer : null;
}

function failureOf(seen: Seen<unknown> | null): GraphError | GraphUnavailableError | null {
  return seen !== null && "failure" in seen ? seen.failure : null;
}

function refusalOf(seen: Seen<unknown> | null): GraphError | null {
  const failure = failureOf(seen);
  return failure instanceof GraphError ? failure : null;
}

function isPassing(seen: Seen<unknown> | null): boolean {
  const failure = failureOf(seen);
  return failure !== null && (!(failure instanceof GraphError) || failure.isTransient || isRateLimit(failure.code));
}

function isBroken(problem: PageProblemRow): boolean {
  return toSeverity(problem) === "broken";
}
