import { defineRoute } from "@/lib/api/define-route";
import { notificationList, notificationQuery } from "@/lib/api/schemas/notifications";
import { parseCursor } from "@/lib/db/paging";
import { listNotifications } from "@/lib/notifications/notification-list-queries";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/notifications",
    summary: "What Facebook sent, newest first",
    permission: "notifications:read",
    query: notificationQuery,
    answer: notificationList,
  },
  async ({ db, query: { q, cursor, from, to, ...filter } }) =>
    listNotifications(db, { ...filter, search: q, fromMs: from, toMs: to, beforeId: parseCursor(cursor, 1)?.[0] }),
);
