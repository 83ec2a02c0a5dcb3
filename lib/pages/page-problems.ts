import type { Page, PageProblem } from "@/lib/api/schemas/pages";
import type { WebhookClock } from "@/lib/api/schemas/webhook-failures";
import type { PageProblemRow, PageRow } from "./page-queries";
import { PROBLEM_SENTENCES, type ProblemCode, WITHOUT_MESSAGES } from "./problem-sentences";

/** A problem as it is stored: the code, what its sentence needs, and when it was first seen. */
export type StoredProblem = PageProblemRow & { code: ProblemCode };

const WARNING_MS = 30 * 24 * 60 * 60 * 1000;

/** What Meta's policy team last did to the Page, as long as it stands; a warning does for 30 days. */
export function policyProblems(
  { policyAction, policyReason, policyMs }: Pick<PageRow, "policyAction" | "policyReason" | "policyMs">,
  nowMs: number,
): StoredProblem[] {
  const reason = policyReason?.trim() ?? "";
  const facts = { reason: /[.!?…]$/.test(reason) ? reason : `${reason || "none"}.` };
  const since = policyMs === null ? {} : { sinceMs: policyMs };
  if (policyAction === "block") return [{ code: "policy_block", facts, ...since }];
  const isRecent = policyMs !== null && nowMs - policyMs < WARNING_MS;
  return policyAction === "warning" && isRecent ? [{ code: "policy_warning", facts, ...since }] : [];
}

/** Its notifications are being refused, or were lost. */
export function clockProblem({ cause, title, advice, sinceAt }: WebhookClock): StoredProblem {
  const code = cause === "not_stored" ? "webhook_broken" : "webhook_refused";
  return { code, facts: { title, advice }, sinceMs: sinceAt };
}

/** Whether nothing works for the Page while it lasts, by what the problem is about. */
export function toSeverity(problem: PageProblemRow): PageProblem["severity"] {
  return losesMessages(problem) ? "broken" : PROBLEM_SENTENCES[problem.code as ProblemCode].severity;
}

/** Fields are off, and the messages themselves are among them. */
function losesMessages({ code, facts }: PageProblemRow): boolean {
  const isOfFields = code === "app_fields_missing" || code === "fields_missing";
  return isOfFields && (facts.fields ?? "").split(", ").includes("messages");
}

/** A problem as a person is told it. */
export function toPageProblem(problem: PageProblemRow): PageProblem {
  const { facts, sinceMs } = problem;
  const known = problem.code as ProblemCode;
  const { title, detail, fix } = PROBLEM_SENTENCES[known];
  const severity = toSeverity(problem);
  const consequence = losesMessages(problem) ? ` ${WITHOUT_MESSAGES}` : "";
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
  return { code: known, severity, title: fill(title), detail: fill(detail) + consequence, fix, since: sinceMs ?? null };
}

/** The worst of its problems decides how a Page stands. */
export function toPageStatus(isLinked: boolean, problems: readonly PageProblemRow[]): Page["status"] {
  if (!isLinked) return "unlinked";
  if (problems.length === 0) return "healthy";
  return problems.some((problem) => toSeverity(problem) === "broken") ? "broken" : "attention";
}
