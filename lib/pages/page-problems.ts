import type { Page, PageProblem } from "@/lib/api/schemas/pages";
import type { WebhookClock } from "@/lib/api/schemas/webhook-failures";
import type { PageRow } from "./page-queries";

type ProblemCode = PageProblem["code"];
/** A problem as it is stored: the code, and what its sentence needs. */
export type StoredProblem = { code: string; facts: Record<string, string> };

const WARNING_MS = 30 * 24 * 60 * 60 * 1000;
const RECONNECT = "Connect the Page again.";

/** What each code says. `{…}` stand for facts of the problem. */
const SENTENCES: Record<ProblemCode, { title: string; detail: string; fix: string; status: "broken" | "attention" }> = {
  token_missing: {
    title: "There is no token for this Page",
    detail: "Nothing can be sent, and its settings at Facebook cannot be read.",
    fix: RECONNECT,
    status: "broken",
  },
  token_invalid: {
    title: "The Page's token is dead",
    detail: "{reason} Messages still arrive; replies fail until the Page is connected again.",
    fix: RECONNECT,
    status: "broken",
  },
  fields_missing: {
    title: "Facebook does not send everything you asked for",
    detail: "Off at Facebook for this Page: {fields}.",
    fix: "Open the Page's fields and save them again.",
    status: "attention",
  },
  app_not_subscribed: {
    title: "The app has no webhook at Facebook",
    detail: "No Page can receive anything until the app's webhook for Pages is set up.",
    fix: "In the App Dashboard, enter this desk's webhook address and verify token.",
    status: "broken",
  },
  app_fields_missing: {
    title: "Fields are switched off for the whole app",
    detail: "On for this Page but off for the app, so they never arrive: {fields}.",
    fix: "Switch them on in the App Dashboard, under Webhooks.",
    status: "attention",
  },
  webhook_broken: {
    title: "{title}",
    detail: "{advice}",
    fix: "Facebook alerts after 15 minutes of failures and unsubscribes the Page after an hour.",
    status: "broken",
  },
  webhook_refused: {
    title: "{title}",
    detail: "{advice}",
    fix: "Look at the list of failures, under Notifications.",
    status: "attention",
  },
  policy_block: {
    title: "Facebook has blocked this Page from sending",
    detail: "Its policy team gave this reason: {reason} Messages still arrive.",
    fix: "Open Page Support at Facebook to read the decision, and ask for a review there.",
    status: "broken",
  },
  policy_warning: {
    title: "Facebook has warned this Page",
    detail: "Its policy team gave this reason: {reason} A block may follow.",
    fix: "Change what the reason names; Page Support at Facebook has the details.",
    status: "attention",
  },
  check_failed: {
    title: "The last check could not be finished",
    detail: "{reason}",
    fix: "Check again in a moment.",
    status: "attention",
  },
};

/** Why tokens die, by subcode of error 190 (Meta docs: access token error codes). */
const TOKEN_REASONS: Readonly<Record<number, string>> = {
  458: "The person who connected it has removed the app.",
  459: "The person who connected it has to log in at Facebook and pass a check there.",
  460: "The person who connected it changed their password, or Facebook ended their session.",
  463: "It has expired.",
  464: "The person who connected it has not confirmed their Facebook account.",
  467: "It was made invalid, for instance by a log-out.",
  492: "The person who connected it no longer has a role on the Page.",
};

export function tokenProblem({ subcode }: { subcode: number | null }): StoredProblem {
  const reason = TOKEN_REASONS[subcode ?? 0] ?? "Facebook no longer accepts it.";
  return { code: "token_invalid", facts: { reason } };
}

/** What Meta's policy team last did to the Page, as long as it stands; a warning does for 30 days. */
export function policyProblems(
  { policyAction, policyReason, policyMs }: Pick<PageRow, "policyAction" | "policyReason" | "policyMs">,
  nowMs: number,
): StoredProblem[] {
  const reason = policyReason?.trim() ?? "";
  const facts = { reason: /[.!?…]$/.test(reason) ? reason : `${reason || "none"}.` };
  if (policyAction === "block") return [{ code: "policy_block", facts }];
  const isRecent = policyMs !== null && nowMs - policyMs < WARNING_MS;
  return policyAction === "warning" && isRecent ? [{ code: "policy_warning", facts }] : [];
}

/** Its notifications are being refused, or were lost. */
export function clockProblem({ cause, title, advice }: WebhookClock): StoredProblem {
  return { code: cause === "not_stored" ? "webhook_broken" : "webhook_refused", facts: { title, advice } };
}

export function toPageProblem({ code, facts }: StoredProblem): PageProblem {
  const known = code as ProblemCode;
  const { title, detail, fix } = SENTENCES[known];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
  return { code: known, title: fill(title), detail: fill(detail), fix };
}

/** The worst of its problems decides how a Page stands. */
export function toPageStatus(isLinked: boolean, problems: readonly StoredProblem[]): Page["status"] {
  if (!isLinked) return "unlinked";
  if (problems.length === 0) return "healthy";
  return problems.some(({ code }) => SENTENCES[code as ProblemCode].status === "broken") ? "broken" : "attention";
}
