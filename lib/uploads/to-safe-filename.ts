const MAX_CHARACTERS = 255;

/** The base name alone, without anything that could move the cursor or break a header; "file" when nothing is left. */
export function toSafeFilename(given: string): string {
  const base = given.split(/[/\\]/).at(-1) ?? "";
  // Direction marks too: they make "gpj.exe" read as "exe.jpg".
  const safe = base.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"]/gu, "").trim();
  return [...safe].slice(-MAX_CHARACTERS).join("").replace(/^\.+/, "") || "file";
}

/** Instagram takes no names but plain ones (Meta docs: Instagram messaging, upload media): a stand-in with the ending. */
export function toAsciiFilename(filename: string): string {
  if (/^[\x20-\x7e]+$/.test(filename)) return filename;
  const extension = /\.[a-z0-9]{1,10}$/i.exec(filename)?.[0] ?? "";
  return `file${extension}`;
}
