import { defineRoute } from "@/lib/api/define-route";
import { markReadInput } from "@/lib/api/schemas/inbox";
import { conversationParams } from "@/lib/api/schemas/params";
import { markRead } from "@/lib/inbox/mark-read";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/conversations/{conversationId}/read",
    summary: "Staff have seen this conversation: all of it, or what had arrived up to a message",
    permission: "conversations:write",
    params: conversationParams,
    body: markReadInput,
    answer: null,
  },
  async ({ db, params, body }) => {
    await markRead(db, { ...params, ...body }, getDesk().publish);
  },
);
