import { defineRoute } from "@/lib/api/define-route";
import { threadReceivers } from "@/lib/api/schemas/outgoing";
import { conversationParams } from "@/lib/api/schemas/params";
import { pageOfConversation } from "@/lib/auth/page-of-queries";
import { getGraph } from "@/lib/graph/graph";
import { getConversation } from "@/lib/inbox/conversation-queries";
import { getDesk } from "@/lib/runtime/desk";
import { listReceivers } from "@/lib/thread-control/list-receivers";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/conversations/{conversationId}/thread-receivers",
    summary: "Other apps that the thread can be handed to",
    permission: "conversations:write",
    page: pageOfConversation,
    params: conversationParams,
    answer: threadReceivers,
  },
  async ({ db, params }) => {
    const { publish, checks } = getDesk();
    const surroundings = { publish, checkSoon: (pageId: string) => checks.checkSoon(pageId) };
    const conversation = await getConversation(db, params.conversationId, Date.now());
    return { receivers: await listReceivers(db, getGraph(), conversation, surroundings), nextCursor: null };
  },
);
