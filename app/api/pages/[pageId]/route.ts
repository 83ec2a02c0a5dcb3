import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { page } from "@/lib/api/schemas/pages";
import { pageParams } from "@/lib/api/schemas/params";
import { AppError } from "@/lib/errors";
import { getGraph } from "@/lib/graph/graph";
import { findPage } from "@/lib/pages/page-queries";
import { toPage } from "@/lib/pages/to-page";
import { unlinkPage } from "@/lib/pages/unlink-page";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/{pageId}",
    summary: "One Page",
    permission: "pages:read",
    params: pageParams,
    answer: z.object({ page }),
  },
  async ({ db, params }) => {
    const found = await findPage(db, params.pageId);
    if (!found) throw new AppError("not_found", "There is no such Page here.");
    return { page: toPage(found, Date.now()) };
  },
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/pages/{pageId}",
    summary: "Unlink a Page: its webhooks end, its history stays",
    permission: "pages:manage",
    params: pageParams,
    answer: null,
  },
  async ({ db, viewer, params }) => unlinkPage(db, getGraph(), params.pageId, viewer.id),
);
