"use client";

import { useQuery } from "@tanstack/react-query";
import type { WebhookClock } from "@/lib/api/schemas/webhook-failures";
import { webhookHealthQuery } from "./webhook-health-query";

/** Every clock that runs, or that of one Page. */
export function useWebhookClocks(pageId?: string): WebhookClock[] {
  const { data: clocks = [] } = useQuery(webhookHealthQuery);
  return clocks.filter((clock) => pageId === undefined || clock.pageId === pageId);
}
