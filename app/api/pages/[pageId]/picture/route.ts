import { defineRoute } from "@/lib/api/define-route";
import { pageParams } from "@/lib/api/schemas/params";
import { pageItself } from "@/lib/auth/page-of-queries";
import { fetchMedia } from "@/lib/media/fetch-media";
import { findPage } from "@/lib/pages/page-queries";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/{pageId}/picture",
    summary: "Picture of a Page",
    permission: "pages:read",
    page: pageItself,
    params: pageParams,
    answer: null,
  },
  async ({ db, request, params }) => {
    const url = (await findPage(db, params.pageId))?.pictureUrl ?? null;
    return fetchMedia(db, request, { url, conversationId: null });
  },
);
