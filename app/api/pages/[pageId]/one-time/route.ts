import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { listQuery } from "@/lib/api/schemas/common";
import { oneTimeList, oneTimeNotification } from "@/lib/api/schemas/outgoing";
import { pageParams } from "@/lib/api/schemas/params";
import { pageItself } from "@/lib/auth/page-of-queries";
import { getOneTimeOfTopic } from "@/lib/one-time/get-one-time";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/{pageId}/one-time",
    summary: "People of one topic of a Page's one-time notifications, newest first",
    permission: "conversations:read",
    page: pageItself,
    params: pageParams,
    query: listQuery.extend({
      topic: z.string().max(1000),
      state: oneTimeNotification.shape.state.default("granted"),
    }),
    answer: oneTimeList,
  },
  async ({ db, params, query: { topic, state, ...part } }) =>
    getOneTimeOfTopic(db, { pageId: params.pageId, topic, state }, part),
);
