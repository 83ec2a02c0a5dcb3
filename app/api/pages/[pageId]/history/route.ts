import { defineRoute } from "@/lib/api/define-route";
import { listQuery } from "@/lib/api/schemas/common";
import { pageHistoryList } from "@/lib/api/schemas/pages";
import { pageParams } from "@/lib/api/schemas/params";
import { pageItself } from "@/lib/auth/page-of-queries";
import { getPageHistory } from "@/lib/pages/get-page-history";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/{pageId}/history",
    summary: "What happened to a Page: problems that came and went, and what people did; newest first, 200 at most",
    permission: "pages:read",
    page: pageItself,
    params: pageParams,
    query: listQuery,
    answer: pageHistoryList,
  },
  async ({ db, params, query }) => getPageHistory(db, { pageId: params.pageId, ...query }),
);
