import { defineRoute } from "@/lib/api/define-route";
import { relayInput, relayResult } from "@/lib/api/schemas/notifications";
import { notificationParams } from "@/lib/api/schemas/params";
import { pagesOfNotification } from "@/lib/auth/page-of-queries";
import { seesPersonalData } from "@/lib/auth/permissions";
import { relayNotification } from "@/lib/outgoing/relay-notification";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "notification.relayed",
    path: "/api/notifications/{notificationId}/relay",
    summary: "Send a stored notification to another address, signed anew",
    permission: "notifications:relay",
    page: pagesOfNotification,
    params: notificationParams,
    body: relayInput,
    answer: relayResult,
  },
  async ({ db, viewer, params, body }) =>
    relayNotification(db, {
      ...params,
      ...body,
      userId: viewer.id,
      mayReadPersonalData: seesPersonalData(viewer),
    }),
);
