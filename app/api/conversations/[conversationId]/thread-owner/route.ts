import { defineRoute } from "@/lib/api/define-route";
import { threadOwner } from "@/lib/api/schemas/outgoing";
import { conversationParams } from "@/lib/api/schemas/params";
import { pageOfConversation } from "@/lib/auth/page-of-queries";
import { getGraph } from "@/lib/graph/graph";
import { getConversation } from "@/lib/inbox/conversation-queries";
import { getDesk } from "@/lib/runtime/desk";
import { askThreadOwner } from "@/lib/thread-control/ask-thread-owner";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/conversations/{conversationId}/thread-owner",
    summary: "Who holds the thread, asked of Facebook now",
    permission: "conversations:write",
    page: pageOfConversation,
    params: conversationParams,
    answer: threadOwner,
  },
  async ({ db, params }) => {
    const { publish, checks } = getDesk();
    const asked = await getConversation(db, params.conversationId, Date.now());
    return askThreadOwner(db, getGraph(), asked, { publish, checkSoon: (pageId) => checks.checkSoon(pageId) });
  },
);
