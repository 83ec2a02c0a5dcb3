import { defineRoute } from "@/lib/api/define-route";
import { notificationList, notificationQuery } from "@/lib/api/schemas/notifications";
import { seesPersonalData } from "@/lib/auth/permissions";
import { parseCursor } from "@/lib/db/paging";
import { listNotifications } from "@/lib/notifications/notification-list-queries";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/notifications",
    summary: "What Facebook sent, newest first",
    permission: "notifications:read",
    page: "viewer",
    query: notificationQuery,
    answer: notificationList,
  },
  async ({ db, viewer, query: { q, cursor, from, to, ...filter } }) =>
    listNotifications(db, {
      ...filter,
      pages: viewer.pages,
      search: q,
      isMasked: !seesPersonalData(viewer),
      fromMs: from,
      toMs: to,
      beforeId: parseCursor(cursor, 1)?.[0],
    }),
);
