import { isPageInbox } from "./page-inbox";

/** Apps of Meta's own that can hold a thread. */
export type KnownApp = "page_inbox" | "instagram_inbox" | "lead_automation";

/** (Meta docs: Conversation Routing.) */
const OTHERS: ReadonlyMap<string, KnownApp> = new Map([
  ["1217981644879628", "instagram_inbox"],
  ["413038776280800", "lead_automation"],
]);

/** Which of Meta's own apps this is; null for everybody else's. */
export function toKnownApp(appId: string): KnownApp | null {
  return isPageInbox(appId) ? "page_inbox" : (OTHERS.get(appId) ?? null);
}
