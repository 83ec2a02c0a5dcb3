import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { conversation } from "@/lib/api/schemas/inbox";
import { threadControlInput } from "@/lib/api/schemas/outgoing";
import { conversationParams } from "@/lib/api/schemas/params";
import { pageOfConversation } from "@/lib/auth/page-of-queries";
import { getGraph } from "@/lib/graph/graph";
import { getDesk } from "@/lib/runtime/desk";
import { changeThread } from "@/lib/thread-control/change-thread";

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/conversations/{conversationId}/thread-control",
    summary: "Take the thread, ask for it, hand it to another app or let it go",
    permission: "conversations:write",
    page: pageOfConversation,
    params: conversationParams,
    body: threadControlInput,
    answer: z.object({ conversation }),
  },
  async ({ db, viewer, params, body }) => {
    const { publish, checks } = getDesk();
    const surroundings = { publish, checkSoon: (pageId: string) => checks.checkSoon(pageId) };
    const change = { ...params, input: body, userId: viewer.id };
    return { conversation: await changeThread(db, getGraph(), change, surroundings) };
  },
);
