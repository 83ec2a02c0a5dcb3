import { defineRoute } from "@/lib/api/define-route";
import { typingInput } from "@/lib/api/schemas/outgoing";
import { conversationParams } from "@/lib/api/schemas/params";
import { pageOfConversation } from "@/lib/auth/page-of-queries";
import { getGraph } from "@/lib/graph/graph";
import { getDesk } from "@/lib/runtime/desk";
import { signalTyping } from "@/lib/sender-actions/signal-typing";

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/conversations/{conversationId}/typing",
    summary: "Somebody types an answer, or has stopped: the person sees it, as long as the desk shows such things",
    permission: "conversations:write",
    page: pageOfConversation,
    params: conversationParams,
    body: typingInput,
    answer: null,
  },
  async ({ db, params, body }) => {
    const { publish, checks } = getDesk();
    const checkSoon = (pageId: string) => checks.checkSoon(pageId);
    await signalTyping(db, { ...params, ...body }, { graph: getGraph(), publish, checkSoon });
  },
);
