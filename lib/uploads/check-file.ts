import { type FileKind, isTaken, maxBytes, toFileKind } from "./file-kinds";

export type FileFacts = { filename: string; contentType: string; sizeBytes: number };
export type FileRefusal = { code: "type" | "channel" | "empty" } | { code: "size"; limitBytes: number };

/** Whether a channel takes a file, as far as can be told without reading it. Pure: the browser asks before uploading. */
export function checkFile(
  { filename, contentType, sizeBytes }: FileFacts,
  channel: "messenger" | "instagram",
): { kind: FileKind } | { refusal: FileRefusal } {
  const kind = toFileKind({ filename, contentType });
  if (kind === null) return { refusal: { code: "type" } };
  if (!isTaken(kind, channel)) return { refusal: { code: "channel" } };
  if (sizeBytes === 0) return { refusal: { code: "empty" } };
  const limitBytes = maxBytes(kind.type);
  return sizeBytes > limitBytes ? { refusal: { code: "size", limitBytes } } : { kind };
}
