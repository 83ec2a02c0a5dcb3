import "server-only";
import type { Db } from "@/lib/db/db";
import { APP_CODES, judgeApp } from "@/lib/pages/judge-page";
import { listPages } from "@/lib/pages/page-queries";
import { recordProblems } from "@/lib/pages/record-problems";
import type { AppLook } from "./look-at-app";

/**
 * Tells every linked Page how the app stands now, as its next check would, without asking Meta about each of them: what
 * was mended for all is mended on all at once.
 *
 * @returns the Pages of which something changed
 */
export async function settleAppProblems(db: Db, look: AppLook, nowMs: number): Promise<string[]> {
  const changed: string[] = [];
  for (const { id } of (await listPages(db)).filter(({ linkedMs }) => linkedMs !== null)) {
    const isRecorded = recordProblems(db, id, nowMs, (page) => {
      const isOfApp = ({ code }: { code: string }) => APP_CODES.some((known) => known === code);
      const before = page.problems.filter(isOfApp);
      const now = judgeApp(page, look, (codes) => before.filter(({ code }) => codes.some((known) => known === code)));
      const isSame = JSON.stringify(before.map(toSaid)) === JSON.stringify(now.map(toSaid));
      return isSame ? null : { problems: [...now, ...page.problems.filter((problem) => !isOfApp(problem))] };
    });
    if (isRecorded) changed.push(id);
  }
  return changed;
}

const toSaid = ({ code, facts }: { code: string; facts: Record<string, string> }) => ({ code, facts });
