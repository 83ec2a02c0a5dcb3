import { defineRoute } from "@/lib/api/define-route";
import { listQuery } from "@/lib/api/schemas/common";
import { oneTimeList } from "@/lib/api/schemas/outgoing";
import { conversationParams } from "@/lib/api/schemas/params";
import { pageOfConversation } from "@/lib/auth/page-of-queries";
import { getOneTimeOfConversation } from "@/lib/one-time/get-one-time";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/conversations/{conversationId}/one-time",
    summary: "One-time notifications this person was asked for and agreed to, newest first",
    permission: "conversations:read",
    page: pageOfConversation,
    params: conversationParams,
    query: listQuery,
    answer: oneTimeList,
  },
  async ({ db, params, query }) => getOneTimeOfConversation(db, params.conversationId, query),
);
