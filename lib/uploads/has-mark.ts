import type { ByteMark } from "./file-kinds";

/** As far as anything below looks. */
const LOOKED_AT_BYTES = 4096;

/** Whether the bytes of a file begin as its kind does. */
export function hasMark(bytes: Uint8Array, mark: ByteMark): boolean {
  return MARKS[mark](bytes.subarray(0, LOOKED_AT_BYTES));
}

const latin1 = new TextDecoder("latin1");
const hasAt = (bytes: Uint8Array, at: number, text: string) =>
  latin1.decode(bytes.subarray(at, at + text.length)) === text;

const MARKS: Record<ByteMark, (bytes: Uint8Array) => boolean> = {
  jpeg: (bytes) => hasAt(bytes, 0, "\xff\xd8\xff"),
  png: (bytes) => hasAt(bytes, 0, "\x89PNG\r\n\x1a\n"),
  gif: (bytes) => hasAt(bytes, 0, "GIF87a") || hasAt(bytes, 0, "GIF89a"),
  webp: (bytes) => hasAt(bytes, 0, "RIFF") && hasAt(bytes, 8, "WEBP"),
  // Old QuickTime files have no `ftyp`.
  iso_media: (bytes) => ["ftyp", "moov", "mdat", "wide", "free"].some((box) => hasAt(bytes, 4, box)),
  matroska: (bytes) => hasAt(bytes, 0, "\x1a\x45\xdf\xa3"),
  avi: (bytes) => hasAt(bytes, 0, "RIFF") && hasAt(bytes, 8, "AVI "),
  ogg: (bytes) => hasAt(bytes, 0, "OggS"),
  mpeg_audio: (bytes) => hasAt(bytes, 0, "ID3") || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0),
  wave: (bytes) => hasAt(bytes, 0, "RIFF") && hasAt(bytes, 8, "WAVE"),
  pdf: (bytes) => latin1.decode(bytes.subarray(0, 1024)).includes("%PDF-"),
  zip: (bytes) => hasAt(bytes, 0, "PK\x03\x04") || hasAt(bytes, 0, "PK\x05\x06"),
  ole: (bytes) => hasAt(bytes, 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
  rtf: (bytes) => hasAt(bytes, 0, "{\\rtf"),
  text: isText,
};

/** Text has none of the bytes below the space but tab, line ends, form feed and escape; UTF-16 says so at its beginning. */
function isText(bytes: Uint8Array): boolean {
  if (hasAt(bytes, 0, "\xff\xfe") || hasAt(bytes, 0, "\xfe\xff")) return true;
  return bytes.every((byte) => byte >= 0x20 || [0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte));
}
