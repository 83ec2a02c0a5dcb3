import "server-only";
import type { LinkPagesResult } from "@/lib/api/schemas/pages";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { Changes } from "@/lib/inbox/changes";
import { checkPage } from "./check-page";
import { inParallel } from "./in-parallel";
import { linkPages } from "./link-pages";

const AT_ONCE = 4;

export type Surroundings = {
  publish: (changes: Changes) => void;
  interpreter: { applyParked: (entryId: string) => Promise<void> };
};
/** A Page that was linked, and the Instagram account that came along. */
type Linked = { pageId: string; instagramAccountId: string | null };

/**
 * Links Pages, applies what was kept for them, and looks at each at Meta, so that what is wrong beyond the link itself
 * (the app's own webhook, say) shows at once.
 * @throws {AppError} as `linkPages`
 */
export async function linkAndCheckPages(
  db: Db,
  graph: GraphClient,
  request: { pageIds: readonly string[]; fields?: readonly string[] | undefined; userId: string },
  surroundings: Surroundings,
): Promise<LinkPagesResult["results"]> {
  const { linked, results } = await linkPages(db, graph, request);
  await finishLinks(db, graph, linked, surroundings);
  return results;
}

/** What follows a link: what was kept for the Page is applied, the Page is checked, and every open browser hears of it. */
export async function finishLinks(
  db: Db,
  graph: GraphClient,
  linked: readonly Linked[],
  { publish, interpreter }: Surroundings,
): Promise<void> {
  await inParallel(linked, AT_ONCE, async ({ pageId, instagramAccountId }) => {
    await interpreter.applyParked(pageId);
    if (instagramAccountId !== null) await interpreter.applyParked(instagramAccountId);
    await checkPage(db, graph, pageId, Date.now());
  });
  const changes = new Changes();
  for (const { pageId } of linked) changes.pages.add(pageId);
  publish(changes);
}
