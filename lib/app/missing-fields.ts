import type { AppSubscription } from "@/lib/api/schemas/app";

type WantingPage = { linkedMs: number | null; desiredFields: readonly string[] };

/**
 * Fields some linked Page wants that are not on for the app, so that nothing of them arrives: both levels have to have
 * them (Meta docs: webhooks for Pages). None while the app is not subscribed to Pages at all: then everything is missing,
 * which is another problem.
 */
export function findMissingFields(pages: readonly WantingPage[], subscriptions: readonly AppSubscription[]): string[] {
  const ofPages = subscriptions.find(({ object, isOurs, isActive }) => object === "page" && isOurs && isActive);
  if (!ofPages) return [];
  const on = new Set(ofPages.fields.map(({ name }) => name));
  const wanted = pages.flatMap(({ linkedMs, desiredFields }) => (linkedMs === null ? [] : desiredFields));
  return [...new Set(wanted)].filter((field) => !on.has(field)).toSorted();
}
