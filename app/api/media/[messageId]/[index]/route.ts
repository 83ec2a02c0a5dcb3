import { defineRoute } from "@/lib/api/define-route";
import { mediaParams } from "@/lib/api/schemas/params";
import { pageOfMessage } from "@/lib/auth/page-of-queries";
import { findAttachmentAddress } from "@/lib/inbox/message-list-queries";
import { fetchMedia } from "@/lib/media/fetch-media";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/media/{messageId}/{index}",
    summary: "An attachment, through our own origin",
    permission: "conversations:read",
    page: pageOfMessage,
    params: mediaParams,
    answer: null,
  },
  async ({ db, request, params: { messageId, index } }) =>
    fetchMedia(db, request, await findAttachmentAddress(db, messageId, index)),
);
