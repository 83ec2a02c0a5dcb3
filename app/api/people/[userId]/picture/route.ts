import { defineRoute } from "@/lib/api/define-route";
import { userParams } from "@/lib/api/schemas/params";
import { findUser } from "@/lib/auth/user-queries";
import { fetchMedia } from "@/lib/media/fetch-media";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/people/{userId}/picture",
    summary: "Picture of somebody of this desk",
    permission: "people:manage",
    page: "none",
    params: userParams,
    answer: null,
  },
  async ({ db, request, params }) => {
    const url = findUser(db, params.userId)?.pictureUrl ?? null;
    return fetchMedia(db, request, { url, conversationId: null });
  },
);
