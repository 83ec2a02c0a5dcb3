import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { page } from "@/lib/api/schemas/pages";
import { pageParams } from "@/lib/api/schemas/params";
import { pageItself } from "@/lib/auth/page-of-queries";
import { getGraph } from "@/lib/graph/graph";
import { getPage } from "@/lib/pages/get-pages";
import { unlinkPage } from "@/lib/pages/unlink-page";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/{pageId}",
    summary: "One Page",
    permission: "pages:read",
    page: pageItself,
    params: pageParams,
    answer: z.object({ page }),
  },
  async ({ db, params }) => ({ page: await getPage(db, params.pageId, Date.now()) }),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    audit: "page.unlinked",
    path: "/api/pages/{pageId}",
    summary: "Unlink a Page: its webhooks end, its history stays",
    permission: "pages:manage",
    page: pageItself,
    params: pageParams,
    answer: null,
  },
  async ({ db, viewer, params }) => unlinkPage(db, getGraph(), params.pageId, viewer.id),
);
