import { defineRoute } from "@/lib/api/define-route";
import { fetchMedia } from "@/lib/media/fetch-media";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/me/picture",
    summary: "Your picture",
    permission: "me:read",
    page: "none",
    answer: null,
  },
  async ({ db, request, viewer }) => fetchMedia(db, request, { url: viewer.pictureUrl, conversationId: null }),
);
