const KEY = "pagedesk.draft.";

const drafts = new Map<string, string>();
const listeners = new Set<() => void>();

/** What is being written, per conversation: kept on this device with every key press, so a reload loses nothing. */
export const draftStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },

  /** Empty when nothing is being written. */
  read(conversationId: string): string {
    const known = drafts.get(conversationId);
    if (known !== undefined) return known;
    const stored = load(conversationId);
    drafts.set(conversationId, stored);
    return stored;
  },

  write(conversationId: string, text: string) {
    drafts.set(conversationId, text);
    save(conversationId, text);
    for (const listener of listeners) listener();
  },
};

function load(conversationId: string): string {
  try {
    return window.localStorage.getItem(KEY + conversationId) ?? "";
  } catch {
    return "";
  }
}

function save(conversationId: string, text: string) {
  try {
    if (text === "") window.localStorage.removeItem(KEY + conversationId);
    else window.localStorage.setItem(KEY + conversationId, text);
  } catch {
    // The browser keeps nothing (private mode, full): the draft lives as long as the tab.
  }
}
