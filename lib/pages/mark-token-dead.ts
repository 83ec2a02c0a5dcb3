import "server-only";
import type { Db } from "@/lib/db/db";
import type { GraphError } from "@/lib/graph/graph-error";
import { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { tokenProblem } from "./page-problems";
import { findPage, updatePage } from "./page-queries";

/** Graph said that a Page's token is dead: the Page shows it from now on, until it is connected again. */
export async function markTokenDead(
  db: Db,
  pageId: string,
  error: GraphError,
  publish: (changes: Changes) => void,
): Promise<void> {
  const page = await findPage(db, pageId);
  if (!page) return;
  const others = page.problems.filter((problem) => problem.code !== "token_invalid");
  await updatePage(db, pageId, { tokenStatus: "invalid", problems: [tokenProblem(error), ...others] });
  log.warn({ pageId, code: error.code, subcode: error.subcode }, "a Page's token is dead");
  const changes = new Changes();
  changes.pages.add(pageId);
  publish(changes);
}
