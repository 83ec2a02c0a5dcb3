import { defineRoute } from "@/lib/api/define-route";
import { notificationDetail } from "@/lib/api/schemas/notifications";
import { notificationParams } from "@/lib/api/schemas/params";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { findNotification } from "@/lib/notifications/notification-list-queries";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/notifications/{notificationId}",
    summary: "One notification, as received, and what became of it",
    permission: "notifications:read",
    params: notificationParams,
    answer: notificationDetail,
  },
  async ({ db, params }) => {
    const found = await findNotification(db, params.notificationId, {
      secretCount: getEnv().FACEBOOK_APP_SECRET.length,
    });
    if (!found) throw new AppError("not_found", "There is no such notification.");
    return found;
  },
);
