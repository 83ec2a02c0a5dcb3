import { defineRoute } from "@/lib/api/define-route";
import { mediaParams } from "@/lib/api/schemas/params";
import { findAttachmentUrl } from "@/lib/inbox/message-list-queries";
import { fetchMedia } from "@/lib/media/fetch-media";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/media/{messageId}/{index}",
    summary: "An attachment, through our own origin",
    permission: "conversations:read",
    params: mediaParams,
    answer: null,
  },
  async ({ db, params: { messageId, index } }) => fetchMedia(await findAttachmentUrl(db, messageId, index)),
);
