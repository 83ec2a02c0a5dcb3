import { EMOJI_CATEGORIES, type Emoji } from "./emoji-data";

const STORED_AS = "pagedesk.recentEmoji";
const MOST_RECENT = 16;

/** Emoji whose name has every word of the question, or begins one of its words with it. */
export function searchEmoji(question: string): Emoji[] {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean);
  return EMOJI_CATEGORIES.flatMap(({ emojis }) => emojis).filter(({ name }) =>
    words.every((word) => ` ${name}`.includes(` ${word}`)),
  );
}

/** Those that were picked last on this device, newest first. */
export function readRecentEmoji(): string[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(STORED_AS) ?? "[]");
    return Array.isArray(stored) ? stored.filter((each) => typeof each === "string").slice(0, MOST_RECENT) : [];
  } catch {
    return [];
  }
}

export function storeRecentEmoji(emoji: string): void {
  const recent = [emoji, ...readRecentEmoji().filter((each) => each !== emoji)].slice(0, MOST_RECENT);
  try {
    window.localStorage.setItem(STORED_AS, JSON.stringify(recent));
  } catch {
    // The browser keeps nothing: then nothing is recent.
  }
}
