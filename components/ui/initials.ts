/** One or two letters that stand in for a picture; "?" when the name has no letter or digit in it. */
export function initials(name: string): string {
  const words = name
    .split(/\s+/u)
    .map((word) => word.match(/[\p{L}\p{N}]/u)?.[0])
    .filter((letter) => letter !== undefined);
  const [first] = words;
  if (first === undefined) return "?";
  const last = words.length > 1 ? words[words.length - 1] : "";
  return `${first}${last}`.toLocaleUpperCase();
}
