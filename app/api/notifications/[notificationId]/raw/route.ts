import { defineRoute } from "@/lib/api/define-route";
import { notificationParams } from "@/lib/api/schemas/params";
import { AppError } from "@/lib/errors";
import { findNotificationBody } from "@/lib/notifications/notification-queries";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/notifications/{notificationId}/raw",
    summary: "The bytes of a notification exactly as received (of a rejected one, its beginning)",
    permission: "notifications:read",
    params: notificationParams,
    answer: null,
  },
  async ({ db, params: { notificationId } }) => {
    const found = await findNotificationBody(db, notificationId);
    if (!found) throw new AppError("not_found", "There is no such notification.");
    // Bytes of strangers: saved, never shown by the browser.
    return new Response(new Uint8Array(found.body), {
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
