import { LIMITS, type MediaType } from "@/lib/messenger/outgoing-content";

/** What the first bytes of a file show: several kinds share one. */
export type ByteMark =
  | "jpeg"
  | "png"
  | "gif"
  | "webp"
  | "iso_media"
  | "matroska"
  | "avi"
  | "ogg"
  | "mpeg_audio"
  | "wave"
  | "pdf"
  | "zip"
  | "ole"
  | "rtf"
  | "text";

export type FileKind = {
  /** How it is sent (Meta docs: Send API, attachments). */
  type: MediaType;
  /** As people call it. */
  name: string;
  /** What Meta is told it is. */
  contentType: string;
  /** Other names browsers have for the same. */
  aliases?: readonly string[];
  extensions: readonly string[];
  mark: ByteMark;
  /** Meta docs: Instagram messaging, upload media. */
  isOnInstagram?: true;
};

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN_DOCUMENT = "application/vnd.oasis.opendocument";

/**
 * Every kind of file that can be sent. Meta's docs name the four types and leave the formats of Messenger open, so these
 * are the common ones; nothing that can be run on a computer is among them.
 */
export const FILE_KINDS: readonly FileKind[] = [
  {
    type: "image",
    name: "JPEG",
    contentType: "image/jpeg",
    aliases: ["image/jpg", "image/pjpeg"],
    extensions: ["jpg", "jpeg", "jfif"],
    mark: "jpeg",
    isOnInstagram: true,
  },
  {
    type: "image",
    name: "PNG",
    contentType: "image/png",
    aliases: ["image/x-png"],
    extensions: ["png"],
    mark: "png",
    isOnInstagram: true,
  },
  { type: "image", name: "GIF", contentType: "image/gif", extensions: ["gif"], mark: "gif", isOnInstagram: true },
  { type: "image", name: "WebP", contentType: "image/webp", extensions: ["webp"], mark: "webp" },

  {
    type: "video",
    name: "MP4",
    contentType: "video/mp4",
    aliases: ["video/x-m4v"],
    extensions: ["mp4", "m4v"],
    mark: "iso_media",
    isOnInstagram: true,
  },
  {
    type: "video",
    name: "MOV",
    contentType: "video/quicktime",
    extensions: ["mov", "qt"],
    mark: "iso_media",
    isOnInstagram: true,
  },
  {
    type: "video",
    name: "WebM",
    contentType: "video/webm",
    extensions: ["webm"],
    mark: "matroska",
    isOnInstagram: true,
  },
  {
    type: "video",
    name: "AVI",
    contentType: "video/x-msvideo",
    aliases: ["video/avi", "video/msvideo", "video/vnd.avi"],
    extensions: ["avi"],
    mark: "avi",
    isOnInstagram: true,
  },
  { type: "video", name: "OGV", contentType: "video/ogg", extensions: ["ogv"], mark: "ogg", isOnInstagram: true },
  { type: "video", name: "3GP", contentType: "video/3gpp", extensions: ["3gp"], mark: "iso_media" },

  {
    type: "audio",
    name: "MP3",
    contentType: "audio/mpeg",
    aliases: ["audio/mp3", "audio/x-mp3"],
    extensions: ["mp3"],
    mark: "mpeg_audio",
  },
  {
    type: "audio",
    name: "AAC",
    contentType: "audio/aac",
    aliases: ["audio/x-aac", "audio/aacp", "audio/vnd.dlna.adts"],
    extensions: ["aac"],
    mark: "mpeg_audio",
    isOnInstagram: true,
  },
  {
    type: "audio",
    name: "M4A",
    contentType: "audio/mp4",
    aliases: ["audio/x-m4a", "audio/m4a"],
    extensions: ["m4a", "mp4"],
    mark: "iso_media",
    isOnInstagram: true,
  },
  {
    type: "audio",
    name: "WAV",
    contentType: "audio/wav",
    aliases: ["audio/x-wav", "audio/wave", "audio/vnd.wave"],
    extensions: ["wav"],
    mark: "wave",
    isOnInstagram: true,
  },
  {
    type: "audio",
    name: "OGG",
    contentType: "audio/ogg",
    aliases: ["application/ogg", "audio/opus"],
    extensions: ["ogg", "oga", "opus"],
    mark: "ogg",
  },
  { type: "audio", name: "WebM", contentType: "audio/webm", extensions: ["webm", "weba"], mark: "matroska" },

  {
    type: "file",
    name: "PDF",
    contentType: "application/pdf",
    aliases: ["application/x-pdf"],
    extensions: ["pdf"],
    mark: "pdf",
    isOnInstagram: true,
  },
  {
    type: "file",
    name: "Word",
    contentType: `${OFFICE}.wordprocessingml.document`,
    extensions: ["docx"],
    mark: "zip",
  },
  { type: "file", name: "Word", contentType: "application/msword", extensions: ["doc"], mark: "ole" },
  { type: "file", name: "Excel", contentType: `${OFFICE}.spreadsheetml.sheet`, extensions: ["xlsx"], mark: "zip" },
  { type: "file", name: "Excel", contentType: "application/vnd.ms-excel", extensions: ["xls"], mark: "ole" },
  {
    type: "file",
    name: "PowerPoint",
    contentType: `${OFFICE}.presentationml.presentation`,
    extensions: ["pptx"],
    mark: "zip",
  },
  { type: "file", name: "PowerPoint", contentType: "application/vnd.ms-powerpoint", extensions: ["ppt"], mark: "ole" },
  { type: "file", name: "OpenDocument", contentType: `${OPEN_DOCUMENT}.text`, extensions: ["odt"], mark: "zip" },
  { type: "file", name: "OpenDocument", contentType: `${OPEN_DOCUMENT}.spreadsheet`, extensions: ["ods"], mark: "zip" },
  {
    type: "file",
    name: "RTF",
    contentType: "application/rtf",
    aliases: ["text/rtf"],
    extensions: ["rtf"],
    mark: "rtf",
  },
  {
    type: "file",
    name: "ZIP",
    contentType: "application/zip",
    aliases: ["application/x-zip-compressed"],
    extensions: ["zip"],
    mark: "zip",
  },
  { type: "file", name: "text", contentType: "text/plain", extensions: ["txt", "log"], mark: "text" },
  {
    type: "file",
    name: "CSV",
    contentType: "text/csv",
    aliases: ["application/csv", "text/comma-separated-values"],
    extensions: ["csv"],
    mark: "text",
  },
  {
    type: "file",
    name: "calendar",
    contentType: "text/calendar",
    extensions: ["ics"],
    mark: "text",
  },
  {
    type: "file",
    name: "contact",
    contentType: "text/vcard",
    aliases: ["text/x-vcard"],
    extensions: ["vcf"],
    mark: "text",
  },
];

/** As browsers say that they do not know. */
const UNKNOWN = ["", "application/octet-stream", "binary/octet-stream"];

/** In bytes, by type (Meta docs: Send API, attachments). */
export const maxBytes = (type: MediaType) => (type === "image" ? LIMITS.imageBytes : LIMITS.mediaBytes);

/**
 * What a file is, by what the browser says and how its name ends; the bytes have to bear it out (`hasMark`). Null for
 * anything that is not on the list, and where the name's ending belongs to something else.
 */
export function toFileKind({ contentType, filename }: { contentType: string; filename: string }): FileKind | null {
  const said = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const extension = toExtension(filename);
  const byName = (kind: FileKind) => extension !== null && kind.extensions.includes(extension);
  if (UNKNOWN.includes(said)) return FILE_KINDS.find(byName) ?? null;
  const kinds = FILE_KINDS.filter((kind) => kind.contentType === said || kind.aliases?.includes(said));
  const fitting = kinds.find(byName) ?? (extension === null ? kinds[0] : undefined);
  if (fitting) return fitting;
  // Where Excel is installed, Windows calls a CSV by Excel's name.
  return said === "application/vnd.ms-excel" && extension === "csv" ? (FILE_KINDS.find(byName) ?? null) : null;
}

/** The end of the name as far as it says what a file is: "2024" in "minutes.2024" does not. */
function toExtension(filename: string): string | null {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(filename)?.[1]?.toLowerCase() ?? null;
  return extension === null || /^\d+$/.test(extension) ? null : extension;
}

/** What a channel takes, in words: "JPEG, PNG, …". */
export function kindNames(channel: "messenger" | "instagram"): string {
  const taken = FILE_KINDS.filter((kind) => isTaken(kind, channel)).map(({ name }) => name);
  return [...new Set(taken)].join(", ");
}

export const isTaken = (kind: FileKind, channel: "messenger" | "instagram") =>
  channel === "messenger" || kind.isOnInstagram === true;
