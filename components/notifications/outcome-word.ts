import type { NotificationOutcome, NotificationSummary } from "@/lib/api/schemas/notifications";

/** How an outcome is called. What has been read and still waits, waits for its Page to be linked. */
export function outcomeWord({
  outcome,
  eventCount,
}: Pick<NotificationSummary, "outcome" | "eventCount">): NotificationOutcome | "not_linked" {
  return outcome === "pending" && eventCount > 0 ? "not_linked" : outcome;
}
