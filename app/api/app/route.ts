import { defineRoute } from "@/lib/api/define-route";
import { appInfo } from "@/lib/api/schemas/app";
import { getAppInfo } from "@/lib/app/get-app-info";
import { lookOrSayWhyNot } from "@/lib/app/look-or-say-why-not";
import { mayDo } from "@/lib/auth/permissions";
import { getGraph } from "@/lib/graph/graph";

/** Opening the screen is no reason to ask Meta again. */
const SHOWN_MS = 5 * 60_000;

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/app",
    summary: "The Facebook app: what it is subscribed to, and what to type into its dashboard",
    permission: "app:read",
    page: "none",
    answer: appInfo,
  },
  async ({ db, viewer }) => {
    const [graph, nowMs] = [getGraph(), Date.now()];
    const look = await lookOrSayWhyNot(db, graph, { maxAgeMs: SHOWN_MS, nowMs });
    const mayManage = mayDo(viewer, "app:manage");
    return getAppInfo(db, look, { appId: graph.appId, mayManage, isFresh: false, nowMs });
  },
);
