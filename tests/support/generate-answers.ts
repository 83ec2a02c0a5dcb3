import type { Action, Said, Scene } from "./generate-story";

type Answer = Exclude<Action, "say" | "attachment" | "echo" | "postback" | "pass" | "take" | "other" | "standby">;

const EMOJI = ["❤️", "😆", "👍", null];
const MOST_EDITS = 5;

/**
 * The item of an event about something said before, with the mids it is about; null when nothing was said that it could
 * be about.
 */
export function toAnswer(action: Answer, scene: Scene): { item: Record<string, unknown>; about: string[] } | null {
  const { person, said, atMs, pick } = scene;
  const frame = { sender: { id: person.psid }, recipient: { id: person.entryId }, timestamp: atMs };
  const written = said.filter((one) => !one.isTapped && !one.isUnsent);
  const pick1 = (those: Said[]) => those[pick % those.length];
  switch (action) {
    case "edit": {
      const edited = pick1(written.filter((one) => !one.isFromPage && one.edits < MOST_EDITS));
      if (!edited) return null;
      // Some numbers are missing: that edit was lost on its way.
      edited.edits = Math.min(MOST_EDITS, edited.edits + (pick % 7 === 0 ? 2 : 1));
      const num_edit = pick % 2 === 0 ? edited.edits : String(edited.edits);
      const text = `Text ${edited.edits} of ${edited.mid}`;
      return { item: { ...frame, message_edit: { mid: edited.mid, text, num_edit } }, about: [edited.mid] };
    }
    case "reaction": {
      const mid = pick1(said)?.mid;
      if (mid === undefined) return null;
      const emoji = EMOJI[pick % EMOJI.length];
      const sign = emoji === null ? {} : { reaction: "other", emoji };
      const reaction = { mid, action: pick % 5 === 0 ? "unreact" : "react", ...sign };
      return { item: { ...frame, reaction }, about: [mid] };
    }
    case "unsend": {
      const unsent = pick1(written);
      if (!unsent) return null;
      unsent.isUnsent = true;
      const message = { mid: unsent.mid, is_deleted: true };
      const about = [unsent.mid];
      if (!unsent.isFromPage) return { item: { ...frame, message }, about };
      const byPage = { sender: frame.recipient, recipient: frame.sender, timestamp: atMs };
      return { item: { ...byPage, message: { ...message, is_echo: true } }, about };
    }
    case "delivery": {
      const mids = said.filter((one) => one.isFromPage).map(({ mid }) => mid);
      const about = pick % 3 === 0 ? [] : mids.slice(pick % 2);
      const named = pick % 3 === 0 ? {} : { mids: about };
      return { item: { ...frame, delivery: { ...named, watermark: atMs + ((pick % 3) - 1) } }, about };
    }
    case "read": {
      const mid = pick1(said.filter((one) => one.isFromPage))?.mid;
      if (person.object === "instagram" && mid !== undefined)
        return { item: { ...frame, read: { mid } }, about: [mid] };
      return { item: { ...frame, read: { watermark: atMs - (pick % 2) } }, about: [] };
    }
  }
}
