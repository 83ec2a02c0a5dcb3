/**
 * Meta's own inbox, as an app. The docs print the second id once; every other page of theirs has the first
 * (Meta docs: message-echoes, conversation routing).
 */
const PAGE_INBOX_APP_IDS: ReadonlySet<string> = new Set(["263902037430900", "26390203743090"]);

export function isPageInbox(appId: string): boolean {
  return PAGE_INBOX_APP_IDS.has(appId);
}
