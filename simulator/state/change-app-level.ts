import type { World } from "../world";
import { INSTAGRAM_FIELDS, PAGE_FIELDS } from "./subscriptions";

/** What somebody else may set for an object at the app level; what is absent stays. */
export interface AppLevelChange {
  object?: "page" | "instagram";
  fields?: readonly string[];
  callbackUrl?: string;
  version?: string;
  isActive?: boolean;
}

/**
 * Changes the app-level subscription behind the app's back and without a handshake, as a colleague in the App
 * Dashboard or Meta itself would.
 *
 * @throws Error when the app has no subscription for the object, or a field has no such name
 */
export function changeAppLevel(
  { state, log, clock }: World,
  { object = "page", fields, callbackUrl, version, isActive }: AppLevelChange,
): void {
  const subscription = state.subscriptions.get(object);
  if (subscription === undefined) throw new Error(`The app has no ${object} subscription.`);
  const known = object === "page" ? PAGE_FIELDS : INSTAGRAM_FIELDS;
  const unknown = fields?.find((field) => !known.includes(field));
  if (unknown !== undefined) throw new Error(`No field is called "${unknown}".`);
  if (fields !== undefined) subscription.fields = new Set(fields);
  if (callbackUrl !== undefined) subscription.callbackUrl = callbackUrl;
  if (version !== undefined) subscription.version = version;
  if (isActive !== undefined) subscription.isActive = isActive;
  log.remark("warn", "app_level_changed", `Somebody changed the app's ${object} subscription.`, clock.nowMs());
  log.changed("app");
}
