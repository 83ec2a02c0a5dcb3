import { defineRoute } from "@/lib/api/define-route";
import { pageParams } from "@/lib/api/schemas/params";
import { fetchMedia } from "@/lib/media/fetch-media";
import { findPage } from "@/lib/pages/page-queries";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/{pageId}/picture",
    summary: "Picture of a Page",
    permission: "pages:read",
    params: pageParams,
    answer: null,
  },
  async ({ db, params }) => fetchMedia((await findPage(db, params.pageId))?.pictureUrl ?? null),
);
