const EMOJI =
  /(?:\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\ufe0f|\p{EMod})?\u20e3?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{EMod})?)*)/gu;
const MOST = 3;

/** Whether a text is one to three emoji and nothing else: shown large, as the person meant it. */
export function isEmojiOnly(text: string): boolean {
  const bare = text.replace(/\s/gu, "");
  if (bare === "" || bare.length > 40) return false;
  const found = bare.match(EMOJI) ?? [];
  return found.length <= MOST && found.join("") === bare;
}
