import { defineRoute } from "@/lib/api/define-route";
import { notificationDetail } from "@/lib/api/schemas/notifications";
import { notificationParams } from "@/lib/api/schemas/params";
import { pagesOfNotification } from "@/lib/auth/page-of-queries";
import { seesPersonalData } from "@/lib/auth/permissions";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { findNotification } from "@/lib/notifications/notification-list-queries";
import { toMaskedNotification } from "@/lib/notifications/to-masked-notification";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/notifications/{notificationId}",
    summary: "One notification, as received (personal data hidden where the role needs none), and what became of it",
    permission: "notifications:read",
    page: pagesOfNotification,
    params: notificationParams,
    answer: notificationDetail,
  },
  async ({ db, viewer, params }) => {
    const found = await findNotification(db, params.notificationId, {
      secretCount: getEnv().FACEBOOK_APP_SECRET.length,
    });
    if (!found) throw new AppError("not_found", "There is no such notification.");
    return seesPersonalData(viewer) ? found : toMaskedNotification(found);
  },
);
