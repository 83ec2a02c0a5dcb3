import "server-only";
import type { LinkPagesResult } from "@/lib/api/schemas/pages";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { Changes } from "@/lib/inbox/changes";
import { checkPage } from "./check-page";
import { inParallel } from "./in-parallel";
import { linkPages } from "./link-pages";

const AT_ONCE = 4;

type Surroundings = {
  publish: (changes: Changes) => void;
  interpreter: { applyParked: (entryId: string) => Promise<void> };
};

/**
 * Links Pages, applies what was kept for them, and looks at each at Meta, so that what is wrong beyond the link itself
 * (the app's own webhook, say) shows at once.
 * @throws {AppError} as `linkPages`
 */
export async function linkAndCheckPages(
  db: Db,
  graph: GraphClient,
  request: { pageIds: readonly string[]; fields?: readonly string[] | undefined; userId: string },
  { publish, interpreter }: Surroundings,
): Promise<LinkPagesResult["results"]> {
  const results = await linkPages(db, graph, request, async (_, entryIds) => {
    for (const entryId of entryIds) await interpreter.applyParked(entryId);
  });
  const linked = results.filter(({ ok }) => ok).map(({ pageId }) => pageId);
  await inParallel(linked, AT_ONCE, (pageId) => checkPage(db, graph, pageId, Date.now()));
  const changes = new Changes();
  for (const pageId of linked) changes.pages.add(pageId);
  publish(changes);
  return results;
}
