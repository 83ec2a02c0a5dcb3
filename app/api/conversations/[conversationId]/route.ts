import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { conversation } from "@/lib/api/schemas/inbox";
import { conversationParams } from "@/lib/api/schemas/params";
import { pageOfConversation } from "@/lib/auth/page-of-queries";
import { eraseConversation } from "@/lib/erasure/erase-conversation";
import { getConversation } from "@/lib/inbox/conversation-queries";
import { getDesk } from "@/lib/runtime/desk";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/conversations/{conversationId}",
    summary: "One conversation",
    permission: "conversations:read",
    page: pageOfConversation,
    params: conversationParams,
    answer: z.object({ conversation }),
  },
  async ({ db, params }) => ({ conversation: await getConversation(db, params.conversationId, Date.now()) }),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    audit: "person.erased",
    path: "/api/conversations/{conversationId}",
    summary: "Erase the person: the conversation, their messages, and their data in what Meta sent",
    permission: "people:erase",
    page: pageOfConversation,
    params: conversationParams,
    answer: null,
  },
  async ({ db, params, viewer }) => eraseConversation(db, params.conversationId, viewer.id, getDesk()),
);
