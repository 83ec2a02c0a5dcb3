import { defineRoute } from "@/lib/api/define-route";
import { conversationParams } from "@/lib/api/schemas/params";
import { markRead } from "@/lib/inbox/mark-read";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/conversations/{conversationId}/read",
    summary: "Staff have seen everything in this conversation",
    permission: "conversations:write",
    params: conversationParams,
    answer: null,
  },
  async ({ db, params }) => markRead(db, params.conversationId, getDesk().publish),
);
