import type { WebhookClock } from "@/lib/api/schemas/webhook-failures";

/** How far Meta's patience has gone: before its alert, before it unsubscribes the Page, after. */
export type ClockStage = "before_alert" | "before_unsubscribe" | "over";

export function toClockStage(
  { alertAt, unsubscribeAt }: Pick<WebhookClock, "alertAt" | "unsubscribeAt">,
  nowMs: number,
) {
  if (nowMs < alertAt) return { stage: "before_alert", leftMs: alertAt - nowMs } as const;
  if (nowMs < unsubscribeAt) return { stage: "before_unsubscribe", leftMs: unsubscribeAt - nowMs } as const;
  return { stage: "over", leftMs: 0 } as const;
}

/** "12:05", "0:40": minutes and seconds that are left. */
export function formatLeft(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
