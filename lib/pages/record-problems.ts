import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { forgetMissingProfiles } from "@/lib/inbox/profile-queries";
import { DEAD_TOKEN_FAULTS } from "@/lib/messenger/token-fault";
import { hurrySiblings } from "./check-schedule-queries";
import { recordPageHistory } from "./page-history-queries";
import type { StoredProblem } from "./page-problems";
import { type PageProblemRow, type PageRow, readPage, writePage } from "./page-queries";

/** A check that could not be finished says nothing about the Page: it is no part of its history. */
const NO_HISTORY: readonly string[] = ["check_failed"] satisfies StoredProblem["code"][];

const isDeath = ({ code }: PageProblemRow) => (DEAD_TOKEN_FAULTS as readonly string[]).includes(code);

export type PageState = { problems: readonly PageProblemRow[]; change?: Partial<Omit<PageRow, "id" | "problems">> };

/**
 * Writes down how a Page stands, in one transaction: what `decide` makes of it as it is now. A problem that was there
 * before keeps its beginning; what came and what went is added to the Page's history.
 *
 * @param decide null: leave everything as it is
 * @returns whether anything was written; false also for a Page that is not linked
 */
export function recordProblems(
  db: Db,
  pageId: string,
  nowMs: number,
  decide: (page: PageRow) => PageState | null,
): boolean {
  return inTransaction(db, () => {
    const page = readPage(db, pageId);
    if (!page || page.linkedMs === null) return false;
    const state = decide(page);
    if (state === null) return false;
    const before = new Map(page.problems.map((problem) => [problem.code, problem] as const));
    const problems = state.problems.map((problem) => {
      const sinceMs = before.get(problem.code)?.sinceMs ?? nowMs;
      return { ...problem, sinceMs };
    });
    writePage(db, pageId, { ...state.change, problems });
    const codes = new Set<string>(problems.map(({ code }) => code));
    const note = (kind: "problem_began" | "problem_ended", { code, facts }: PageProblemRow) => {
      if (NO_HISTORY.includes(code)) return;
      recordPageHistory(db, { pageId, atMs: nowMs, kind, code, facts, userId: null });
    };
    for (const problem of page.problems) {
      if (codes.has(problem.code)) continue;
      note("problem_ended", problem);
      if (isDeath(problem)) forgetMissingProfiles(db, { pageId, sinceMs: problem.sinceMs ?? nowMs });
    }
    for (const problem of problems) {
      if (before.has(problem.code)) continue;
      note("problem_began", problem);
      if (isDeath(problem) && problem.code !== "token_role_lost") hurrySiblings(db, page, nowMs);
    }
    return true;
  });
}
