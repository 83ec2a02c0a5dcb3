import type { Message } from "@/lib/api/schemas/inbox";
import type { OutgoingQuickReply } from "@/lib/messenger/outgoing-content";
import type { TemplateDraft } from "./compose/template-draft";

const KEY = "pagedesk.draft.";

/** What a reply quotes: its `mid` for Meta, the rest to be shown. */
export type QuotedDraft = NonNullable<Message["quoted"]> & { mid: string };

/** A reply as far as it has been written. */
export type Draft = {
  text: string;
  quickReplies: readonly OutgoingQuickReply[];
  quoted: QuotedDraft | null;
  /** One of each kind of template. */
  templates: { [Kind in TemplateDraft["kind"]]?: Extract<TemplateDraft, { kind: Kind }> };
};

export const NO_DRAFT: Draft = { text: "", quickReplies: [], quoted: null, templates: {} };

const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** What is being written, per conversation: kept on this device with every key press, so a reload loses nothing. */
export const draftStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },

  /** The text alone; empty when none is being written. */
  read(conversationId: string): string {
    return draftStore.readDraft(conversationId).text;
  },

  readDraft(conversationId: string): Draft {
    const known = drafts.get(conversationId);
    if (known !== undefined) return known;
    const stored = parseDraft(load(conversationId));
    drafts.set(conversationId, stored);
    return stored;
  },

  write(conversationId: string, text: string) {
    draftStore.change(conversationId, { text });
  },

  /** Changes these parts and leaves the others. */
  change(conversationId: string, changes: Partial<Draft>) {
    const draft = { ...draftStore.readDraft(conversationId), ...changes };
    drafts.set(conversationId, draft);
    save(conversationId, serializeDraft(draft));
    for (const listener of listeners) listener();
  },

  /** Conversations that something is being written to, on this device. */
  listStored(): string[] {
    try {
      const keys = Object.keys(window.localStorage).filter((key) => key.startsWith(KEY));
      return keys.map((key) => key.slice(KEY.length));
    } catch {
      return [];
    }
  },

  /** Leaves nothing of it on this device. */
  clear(conversationId: string) {
    draftStore.change(conversationId, NO_DRAFT);
  },
};

/** Text alone is stored as it is, anything more as JSON with a version; empty when there is nothing to keep. */
export function serializeDraft(draft: Draft): string {
  const isTextAlone =
    draft.quickReplies.length === 0 && draft.quoted === null && Object.keys(draft.templates).length === 0;
  if (isTextAlone && parseStructured(draft.text) === null) return draft.text;
  return JSON.stringify({ version: 1, ...draft });
}

/** Reads what `serializeDraft` wrote; what is of no known version is the text that somebody wrote. */
export function parseDraft(stored: string): Draft {
  return parseStructured(stored) ?? { ...NO_DRAFT, text: stored };
}

function parseStructured(stored: string): Draft | null {
  if (!stored.startsWith("{")) return null;
  try {
    const value: Partial<Draft> & { version?: unknown } = JSON.parse(stored);
    if (value.version !== 1) return null;
    return {
      text: typeof value.text === "string" ? value.text : "",
      quickReplies: Array.isArray(value.quickReplies) ? value.quickReplies : [],
      quoted: value.quoted ?? null,
      templates: value.templates ?? {},
    };
  } catch {
    return null;
  }
}

function load(conversationId: string): string {
  try {
    return window.localStorage.getItem(KEY + conversationId) ?? "";
  } catch {
    return "";
  }
}

function save(conversationId: string, stored: string) {
  try {
    if (stored === "") window.localStorage.removeItem(KEY + conversationId);
    else window.localStorage.setItem(KEY + conversationId, stored);
  } catch {
    // The browser keeps nothing (private mode, full): the draft lives as long as the tab.
  }
}
