/** What people see as one character; of an emoji it may be many. */
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Exactly one emoji, flags, skin tones and families included. A plain digit is none, and neither is "©" without its selector. */
export function isEmoji(text: string): boolean {
  if ([...graphemes.segment(text)].length !== 1) return false;
  return /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f?|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3)/u.test(
    text,
  );
}
