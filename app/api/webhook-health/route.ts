import { defineRoute } from "@/lib/api/define-route";
import { webhookHealth } from "@/lib/api/schemas/webhook-failures";
import { getWebhookHealth } from "@/lib/webhook-failures/get-webhook-health";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/webhook-health",
    summary: "Pages that Facebook is about to give up on, and when",
    permission: "webhook_health:read",
    answer: webhookHealth,
  },
  async ({ db }) => getWebhookHealth(db, Date.now()),
);
