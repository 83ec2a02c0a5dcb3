import { defineRoute } from "@/lib/api/define-route";
import { webhookFailureList, webhookFailureQuery } from "@/lib/api/schemas/webhook-failures";
import { getWebhookFailures } from "@/lib/webhook-failures/get-webhook-failures";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/webhook-failures",
    summary: "What the webhook could not take, or took badly, the last first",
    permission: "webhook_failures:read",
    page: "none",
    query: webhookFailureQuery,
    answer: webhookFailureList,
  },
  async ({ db, query }) => getWebhookFailures(db, query),
);
