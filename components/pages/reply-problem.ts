import type { PageProblem } from "@/lib/api/schemas/pages";

/** With these the Page's token is no good for sending, so the server refuses every reply at once. */
const REFUSES_REPLIES: readonly PageProblem["code"][] = [
  "token_missing",
  "token_invalid",
  "token_app_removed",
  "token_checkpoint",
  "token_password_changed",
  "token_expired",
  "token_unconfirmed_user",
  "token_logged_out",
  "token_role_lost",
];
/** They do not break the Page, and whoever answers people should know of them. */
const WORTH_KNOWING: readonly PageProblem["code"][] = ["policy_warning", "app_only_roles", "permission_missing"];

/** Whether replies fail as long as this problem lasts. */
export function refusesReplies({ code }: Pick<PageProblem, "code">): boolean {
  return REFUSES_REPLIES.includes(code);
}

/**
 * The one problem of a Page that belongs on its threads, or null: what refuses replies, then what breaks the Page
 * otherwise, then what is worth knowing. Problems with clocks of their own are told above every screen.
 */
export function findReplyProblem<P extends Pick<PageProblem, "code" | "severity">>(problems: readonly P[]): P | null {
  const rank = (problem: P) => {
    if (refusesReplies(problem)) return 0;
    if (problem.code === "webhook_broken") return 3;
    if (problem.severity === "broken") return 1;
    return WORTH_KNOWING.includes(problem.code) ? 2 : 3;
  };
  const [worst] = problems.filter((problem) => rank(problem) < 3).toSorted((a, b) => rank(a) - rank(b));
  return worst ?? null;
}
