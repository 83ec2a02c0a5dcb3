import { defineRoute } from "@/lib/api/define-route";
import { appInfo } from "@/lib/api/schemas/app";
import { refreshApp } from "@/lib/app/refresh-app";
import { mayDo } from "@/lib/auth/permissions";
import { getGraph } from "@/lib/graph/graph";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/app/check",
    summary: "Look at the Facebook app at Facebook now, and call the desk's own public address",
    permission: "app:read",
    page: "none",
    answer: appInfo,
  },
  async ({ db, viewer }) =>
    refreshApp(db, getGraph(), {
      mayManage: mayDo(viewer, "app:manage"),
      publish: getDesk().publish,
      nowMs: Date.now(),
    }),
);
