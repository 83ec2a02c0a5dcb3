import type { NotificationEvent } from "@/lib/api/schemas/notifications";

type Told = Pick<NotificationEvent, "key" | "outcome">;

/** Those of `after` that are new, or went differently than in `before`: what a replay changes. */
export function changedEvents<E extends Told>(before: readonly Told[], after: readonly E[]): E[] {
  const outcomes = new Map(before.map(({ key, outcome }) => [key, outcome]));
  return after.filter(({ key, outcome }) => outcomes.get(key) !== outcome);
}
