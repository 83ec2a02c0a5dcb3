import { defineRoute } from "@/lib/api/define-route";
import { oneTimeTopicList } from "@/lib/api/schemas/outgoing";
import { pageParams } from "@/lib/api/schemas/params";
import { pageItself } from "@/lib/auth/page-of-queries";
import { getOneTimeTopics } from "@/lib/one-time/get-one-time";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/{pageId}/one-time-topics",
    summary: "Topics of a Page's one-time notifications, with how many people could be told now",
    permission: "conversations:read",
    page: pageItself,
    params: pageParams,
    answer: oneTimeTopicList,
  },
  async ({ db, params }) => ({ topics: await getOneTimeTopics(db, params.pageId), nextCursor: null }),
);
