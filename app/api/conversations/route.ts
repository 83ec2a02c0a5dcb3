import { defineRoute } from "@/lib/api/define-route";
import { conversationList, conversationQuery } from "@/lib/api/schemas/inbox";
import { parseCursor } from "@/lib/db/paging";
import { listConversations } from "@/lib/inbox/conversation-queries";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/conversations",
    summary: "Conversations, newest activity first",
    permission: "conversations:read",
    page: "viewer",
    query: conversationQuery,
    answer: conversationList,
  },
  async ({ db, viewer: { pages }, query: { pageId, status, unread, q, cursor, limit } }) => {
    const filter = { pages, pageId, status, isUnread: unread, search: q, after: parseCursor(cursor, 2), limit };
    return listConversations(db, filter, Date.now());
  },
);
