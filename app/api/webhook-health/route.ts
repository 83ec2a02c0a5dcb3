import { defineRoute } from "@/lib/api/define-route";
import { webhookHealth } from "@/lib/api/schemas/webhook-failures";
import { maySeePage } from "@/lib/auth/page-access";
import { getWebhookHealth } from "@/lib/webhook-failures/get-webhook-health";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/webhook-health",
    summary: "Pages that Facebook is about to give up on, and when",
    permission: "webhook_health:read",
    page: "viewer",
    answer: webhookHealth,
  },
  async ({ db, viewer: { pages } }) => {
    const { clocks, ...health } = await getWebhookHealth(db, Date.now());
    return { ...health, clocks: clocks.filter(({ pageId }) => maySeePage(pages, pageId)) };
  },
);
