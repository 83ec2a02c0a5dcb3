import type { AppSubscription } from "@/lib/api/schemas/app";

export type SubscriptionState = "ours" | "inactive" | "elsewhere" | "missing";

/** How the app stands with one object, for this desk. */
export function toSubscriptionState(
  subscription: Pick<AppSubscription, "isOurs" | "isActive"> | null,
): SubscriptionState {
  if (subscription === null) return "missing";
  if (!subscription.isOurs) return "elsewhere";
  return subscription.isActive ? "ours" : "inactive";
}
