import "server-only";
import type { Db } from "@/lib/db/db";
import type { GraphError } from "@/lib/graph/graph-error";
import { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { DEAD_TOKEN_FAULTS, type DeadTokenFault, toDeadTokenFault } from "@/lib/messenger/token-fault";
import { recordProblems } from "./record-problems";

/** Graph said that a Page's token is dead: the Page shows it from now on, until it is connected again. */
export async function markTokenDead(
  db: Db,
  pageId: string,
  { code, subcode }: Pick<GraphError, "code" | "subcode">,
  publish: (changes: Changes) => void,
): Promise<void> {
  if (!recordDeadToken(db, pageId, toDeadTokenFault(code, subcode) ?? "token_invalid", Date.now())) return;
  log.warn({ pageId, code, subcode }, "a Page's token is dead");
  const changes = new Changes();
  changes.pages.add(pageId);
  publish(changes);
}

/** Writes down that a Page's token is dead, and why. @returns false when the Page is not linked */
export function recordDeadToken(db: Db, pageId: string, fault: DeadTokenFault, nowMs: number): boolean {
  return recordProblems(db, pageId, nowMs, ({ problems }) => {
    const others = problems.filter(({ code }) => !(DEAD_TOKEN_FAULTS as readonly string[]).includes(code));
    return { problems: [{ code: fault, facts: {} }, ...others], change: { tokenStatus: "invalid" } };
  });
}
