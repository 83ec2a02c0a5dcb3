import { toKnownApp } from "@/lib/messenger/known-apps";

/** What kind of app holds a thread. @param ownAppId the app of this desk */
export function toOwnerKind(appId: string, ownAppId: string): "desk" | "page_inbox" | "other_app" {
  if (appId === ownAppId) return "desk";
  const known = toKnownApp(appId);
  return known === "page_inbox" || known === "instagram_inbox" ? "page_inbox" : "other_app";
}
