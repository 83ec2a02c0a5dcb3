import { defineRoute } from "@/lib/api/define-route";
import { linkPagesInput, linkPagesResult, pageList } from "@/lib/api/schemas/pages";
import { getGraph } from "@/lib/graph/graph";
import { getPages } from "@/lib/pages/get-pages";
import { linkAndCheckPages } from "@/lib/pages/link-and-check-pages";
import { getDesk } from "@/lib/runtime/desk";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages",
    summary: "Pages of this desk",
    permission: "pages:read",
    page: "viewer",
    answer: pageList,
  },
  async ({ db, viewer }) => ({ pages: await getPages(db, viewer.pages, Date.now()), nextCursor: null }),
);

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/pages",
    summary: "Link Pages; each succeeds or fails by itself",
    permission: "pages:connect",
    page: "viewer",
    body: linkPagesInput,
    answer: linkPagesResult,
  },
  async ({ db, viewer, body }) => ({
    results: await linkAndCheckPages(db, getGraph(), { ...body, userId: viewer.id }, getDesk()),
  }),
);
