import "server-only";
import type { Db } from "@/lib/db/db";
import { log } from "@/lib/log";
import { ENDED_BY_SENDING } from "./judge-traffic";
import { recordProblems } from "./record-problems";

/**
 * Meta took something that was sent for a Page: problems that only a refused send shows are over at once. Never throws:
 * the next check ends them too.
 * @returns whether the Page stands otherwise now
 */
export function noteSent(db: Db, pageId: string, nowMs: number): boolean {
  try {
    return recordProblems(db, pageId, nowMs, ({ problems }) => {
      const left = problems.filter(({ code }) => !ENDED_BY_SENDING.includes(code));
      return left.length === problems.length ? null : { problems: left };
    });
  } catch (error) {
    log.error({ err: error, pageId }, "what a sent message says of its Page could not be noted; the next check does");
    return false;
  }
}
