import { defineRoute } from "@/lib/api/define-route";
import { reactionInput, sendMessageResult } from "@/lib/api/schemas/outgoing";
import { messageParams } from "@/lib/api/schemas/params";
import { pageOfMessage } from "@/lib/auth/page-of-queries";
import { getGraph } from "@/lib/graph/graph";
import { getDesk } from "@/lib/runtime/desk";
import { reactToMessage } from "@/lib/sender-actions/react-to-message";

const surroundings = () => {
  const { publish, checks } = getDesk();
  return { graph: getGraph(), publish, checkSoon: (pageId: string) => checks.checkSoon(pageId) };
};

export const PUT = defineRoute(
  {
    method: "PUT",
    audit: null,
    path: "/api/messages/{messageId}/reaction",
    summary: "React in the Page's name to what a person wrote; another emoji takes the place of the one before",
    permission: "conversations:write",
    page: pageOfMessage,
    params: messageParams,
    body: reactionInput,
    answer: sendMessageResult,
  },
  async ({ db, params, body }) => ({ message: await reactToMessage(db, { ...params, ...body }, surroundings()) }),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    audit: null,
    path: "/api/messages/{messageId}/reaction",
    summary: "Take the Page's reaction back",
    permission: "conversations:write",
    page: pageOfMessage,
    params: messageParams,
    answer: sendMessageResult,
  },
  async ({ db, params }) => ({ message: await reactToMessage(db, { ...params, emoji: null }, surroundings()) }),
);
