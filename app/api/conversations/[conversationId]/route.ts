import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { conversation } from "@/lib/api/schemas/inbox";
import { conversationParams } from "@/lib/api/schemas/params";
import { getConversation } from "@/lib/inbox/conversation-queries";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/conversations/{conversationId}",
    summary: "One conversation",
    permission: "conversations:read",
    params: conversationParams,
    answer: z.object({ conversation }),
  },
  async ({ db, params }) => ({ conversation: await getConversation(db, params.conversationId, Date.now()) }),
);
