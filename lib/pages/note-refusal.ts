import "server-only";
import { updateAppStatus } from "@/lib/app/app-status-queries";
import type { Db } from "@/lib/db/db";
import type { GraphError } from "@/lib/graph/graph-error";
import type { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { isOnlyForRoles, isRestricted, toDeadTokenFault, toTokenFault } from "@/lib/messenger/token-fault";
import { markTokenDead } from "./mark-token-dead";

export type RefusalSurroundings = {
  publish: (changes: Changes) => void;
  /** Asks for a look at the Page within seconds. */
  checkSoon: (pageId: string) => void;
};

/**
 * Meta refused a call made for a Page: what that says about the Page is written down, and the Page is looked at soon.
 * Refusals that say nothing about it change nothing. Never throws: the next call finds it again.
 */
export async function noteRefusal(
  db: Db,
  pageId: string,
  { code, subcode }: Pick<GraphError, "code" | "subcode">,
  { publish, checkSoon }: RefusalSurroundings,
): Promise<void> {
  try {
    if (toDeadTokenFault(code, subcode) !== null) await markTokenDead(db, pageId, { code, subcode }, publish);
    if (isOnlyForRoles(code, subcode)) updateAppStatus(db, { onlyRolesMs: Date.now() });
    const isOfThePage = toTokenFault(code, subcode) !== null || isRestricted(code, subcode);
    if (isOfThePage || isOnlyForRoles(code, subcode)) checkSoon(pageId);
  } catch (error) {
    log.error({ err: error, pageId }, "what Facebook refused could not be noted; the next call will find it again");
  }
}
