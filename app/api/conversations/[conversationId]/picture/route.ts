import { defineRoute } from "@/lib/api/define-route";
import { conversationParams } from "@/lib/api/schemas/params";
import { findPersonPictureUrl } from "@/lib/inbox/conversation-queries";
import { fetchMedia } from "@/lib/media/fetch-media";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/conversations/{conversationId}/picture",
    summary: "Picture of the person",
    permission: "conversations:read",
    params: conversationParams,
    answer: null,
  },
  async ({ db, params }) => fetchMedia(await findPersonPictureUrl(db, params.conversationId)),
);
