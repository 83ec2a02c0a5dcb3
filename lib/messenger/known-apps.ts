import { isPageInbox } from "./page-inbox";

/** Apps of Meta's own that can hold a thread. */
export type KnownApp = "page_inbox" | "instagram_inbox" | "lead_automation";

const PAGE_INBOX = "263902037430900";
const INSTAGRAM_INBOX = "1217981644879628";

/** (Meta docs: Conversation Routing.) */
const OTHERS: ReadonlyMap<string, KnownApp> = new Map([
  [INSTAGRAM_INBOX, "instagram_inbox"],
  ["413038776280800", "lead_automation"],
]);

/** Which of Meta's own apps this is; null for everybody else's. */
export function toKnownApp(appId: string): KnownApp | null {
  return isPageInbox(appId) ? "page_inbox" : (OTHERS.get(appId) ?? null);
}

/** The inbox of Meta's that a thread is handed to so that somebody answers there. */
export function toInboxAppId(channel: "messenger" | "instagram"): string {
  return channel === "instagram" ? INSTAGRAM_INBOX : PAGE_INBOX;
}
