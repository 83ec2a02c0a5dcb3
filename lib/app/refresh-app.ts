import "server-only";
import type { AppInfo } from "@/lib/api/schemas/app";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { Changes } from "@/lib/inbox/changes";
import { getAppInfo } from "./get-app-info";
import { lookOrSayWhyNot } from "./look-or-say-why-not";
import { settleAppProblems } from "./settle-app-problems";

type Refresh = {
  /** Whether the verify token may be told. */
  mayManage: boolean;
  publish: (changes: Changes) => void;
  nowMs: number;
};

/** Looks at the app at Meta now, tells every Page, and every open browser, what came of it, and answers the app. */
export async function refreshApp(db: Db, graph: GraphClient, { mayManage, publish, nowMs }: Refresh): Promise<AppInfo> {
  const look = await lookOrSayWhyNot(db, graph, { maxAgeMs: 0, nowMs });
  if (look.problems.every(({ code }) => code !== "check_failed")) {
    const changes = new Changes();
    for (const pageId of await settleAppProblems(db, look, nowMs)) changes.pages.add(pageId);
    if (changes.pages.size > 0) publish(changes);
  }
  return getAppInfo(db, look, { appId: graph.appId, mayManage, isFresh: true, nowMs });
}
