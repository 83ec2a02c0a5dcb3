import { defineRoute } from "@/lib/api/define-route";
import { page } from "@/lib/api/schemas/pages";
import { pageParams } from "@/lib/api/schemas/params";
import { getGraph } from "@/lib/graph/graph";
import { checkPage } from "@/lib/pages/check-page";
import { getPage } from "@/lib/pages/get-pages";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/pages/{pageId}/check",
    summary: "Look at a Page at Facebook now: token, fields of the Page and of the app",
    permission: "pages:manage",
    params: pageParams,
    answer: page,
  },
  async ({ db, params }) => {
    const nowMs = Date.now();
    await checkPage(db, getGraph(), params.pageId, nowMs);
    return getPage(db, params.pageId, nowMs);
  },
);
