import { defineRoute } from "@/lib/api/define-route";
import { availablePageList } from "@/lib/api/schemas/pages";
import { getGraph } from "@/lib/graph/graph";
import { listAvailablePages } from "@/lib/pages/available-pages";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/available",
    summary: "Every Page of the signed-in person at Facebook, and why one cannot be linked",
    permission: "pages:connect",
    page: "none",
    answer: availablePageList,
  },
  async ({ db, viewer }) => ({
    ...(await listAvailablePages(db, getGraph(), viewer.id, Date.now())),
    nextCursor: null,
  }),
);
