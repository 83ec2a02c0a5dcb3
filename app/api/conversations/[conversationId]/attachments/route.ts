import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { uploadResult } from "@/lib/api/schemas/outgoing";
import { conversationParams } from "@/lib/api/schemas/params";
import { pageOfConversation } from "@/lib/auth/page-of-queries";
import { getGraph } from "@/lib/graph/graph";
import { getConversation } from "@/lib/inbox/conversation-queries";
import { getPageToken } from "@/lib/pages/get-page-token";
import { getDesk } from "@/lib/runtime/desk";
import { receiveFile } from "@/lib/uploads/receive-file";
import { uploadFile } from "@/lib/uploads/upload-file";

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/conversations/{conversationId}/attachments",
    summary: "Upload a file, as the body of the request with its content type, to be sent by its id for 90 days",
    permission: "conversations:write",
    page: pageOfConversation,
    params: conversationParams,
    query: z.object({ filename: z.string().min(1).max(255) }),
    answer: uploadResult,
    status: 201,
  },
  async ({ request, db, viewer, params, query }) => {
    const conversation = await getConversation(db, params.conversationId, Date.now());
    // Before anything is taken in: without a token it has nowhere to go.
    await getPageToken(db, conversation.pageId);
    const { publish, checks } = getDesk();
    const surroundings = { publish, checkSoon: (pageId: string) => checks.checkSoon(pageId) };
    const incoming = { request, filename: query.filename, channel: conversation.channel, userId: viewer.id };
    const upload = await receiveFile(incoming, (file) =>
      uploadFile(db, getGraph(), { conversation, file, userId: viewer.id }, surroundings),
    );
    return { upload };
  },
);
