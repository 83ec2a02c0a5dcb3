import { defineRoute } from "@/lib/api/define-route";
import { notificationParams } from "@/lib/api/schemas/params";
import { pagesOfNotification } from "@/lib/auth/page-of-queries";
import { seesPersonalData } from "@/lib/auth/permissions";
import { AppError } from "@/lib/errors";
import { maskBytes } from "@/lib/messenger/mask-personal-data";
import { findNotificationBody } from "@/lib/notifications/notification-queries";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/notifications/{notificationId}/raw",
    summary:
      "The bytes of a notification exactly as received (of a rejected one, its beginning; personal data hidden where the role needs none)",
    permission: "notifications:read",
    page: pagesOfNotification,
    params: notificationParams,
    answer: null,
  },
  async ({ db, viewer, params: { notificationId } }) => {
    const found = await findNotificationBody(db, notificationId);
    if (!found) throw new AppError("not_found", "There is no such notification.");
    const body = seesPersonalData(viewer) ? found.body : maskBytes(found.body);
    // Bytes of strangers: saved, never shown by the browser.
    return new Response(new Uint8Array(body), {
      headers: {
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename="notification-${notificationId}.json"`,
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  },
);
