import { defineRoute } from "@/lib/api/define-route";
import { listQuery } from "@/lib/api/schemas/common";
import { messageList } from "@/lib/api/schemas/inbox";
import { sendMessageInput, sendMessageResult } from "@/lib/api/schemas/outgoing";
import { conversationParams } from "@/lib/api/schemas/params";
import { pageOfConversation } from "@/lib/auth/page-of-queries";
import { getThread } from "@/lib/inbox/get-thread";
import { sendReply } from "@/lib/outbox/send-reply";
import { getDesk } from "@/lib/runtime/desk";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/conversations/{conversationId}/messages",
    summary: "Messages of a conversation, newest first",
    permission: "conversations:read",
    page: pageOfConversation,
    params: conversationParams,
    query: listQuery,
    answer: messageList,
  },
  async ({ db, params, query }) => getThread(db, params.conversationId, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/conversations/{conversationId}/messages",
    summary: "Reply. The same clientId again answers the same message and sends nothing",
    permission: "conversations:write",
    page: pageOfConversation,
    params: conversationParams,
    body: sendMessageInput,
    answer: sendMessageResult,
    status: 202,
  },
  async ({ db, viewer, params, body: { clientId, ...input } }) => ({
    message: await sendReply(db, { ...params, clientId, input, userId: viewer.id }, getDesk()),
  }),
);
