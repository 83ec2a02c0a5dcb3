import { defineRoute } from "@/lib/api/define-route";
import { conversationParams } from "@/lib/api/schemas/params";
import { pageOfConversation } from "@/lib/auth/page-of-queries";
import { findPersonPictureUrl } from "@/lib/inbox/conversation-queries";
import { fetchMedia } from "@/lib/media/fetch-media";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/conversations/{conversationId}/picture",
    summary: "Picture of the person",
    permission: "conversations:read",
    page: pageOfConversation,
    params: conversationParams,
    answer: null,
  },
  async ({ db, request, params: { conversationId } }) =>
    fetchMedia(db, request, { url: await findPersonPictureUrl(db, conversationId), conversationId }),
);
