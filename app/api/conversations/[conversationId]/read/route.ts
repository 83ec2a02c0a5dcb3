import { defineRoute } from "@/lib/api/define-route";
import { markReadInput } from "@/lib/api/schemas/inbox";
import { conversationParams } from "@/lib/api/schemas/params";
import { pageOfConversation } from "@/lib/auth/page-of-queries";
import { getGraph } from "@/lib/graph/graph";
import { markRead } from "@/lib/inbox/mark-read";
import { getDesk } from "@/lib/runtime/desk";
import { signalSeen } from "@/lib/sender-actions/signal-seen";

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/conversations/{conversationId}/read",
    summary: "Staff have seen this conversation: all of it, or what had arrived up to a message",
    permission: "conversations:write",
    page: pageOfConversation,
    params: conversationParams,
    body: markReadInput,
    answer: null,
  },
  async ({ db, params, body }) => {
    const { publish, checks } = getDesk();
    if (!(await markRead(db, { ...params, ...body }, publish))) return;
    const checkSoon = (pageId: string) => checks.checkSoon(pageId);
    // Nobody here waits until Meta has told the person.
    void signalSeen(db, params.conversationId, { graph: getGraph(), publish, checkSoon });
  },
);
