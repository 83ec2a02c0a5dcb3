import "server-only";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { AppError } from "@/lib/errors";
import type { AttachmentFile } from "@/lib/graph/message-attachments";
import { onGlobal } from "@/lib/on-global";
import { checkFile, type FileRefusal } from "./check-file";
import { kindNames, maxBytes, toFileKind } from "./file-kinds";
import { hasMark } from "./has-mark";
import { readBody } from "./read-body";
import { toSafeFilename } from "./to-safe-filename";
import { UploadSlots } from "./upload-slots";

const IDLE_MS = 30_000;
const MEGABYTE = 1024 * 1024;
const slots = () => onGlobal("uploadSlots", () => new UploadSlots({ inAll: 4, perPerson: 2 }));

type Incoming = { request: Request; filename: string; channel: Conversation["channel"]; userId: string };

/**
 * Takes in a file that somebody uploads, checked by its name, its content type, its size (as announced and as it comes)
 * and its first bytes, and hands it to `use`. Its memory is free again when that is done.
 * @throws {AppError} `unsupported_media`, `body_too_large`, `too_many_uploads`, `bad_request`, `invalid_input`
 */
export async function receiveFile<T>(
  { request, filename: given, channel, userId }: Incoming,
  use: (file: AttachmentFile) => Promise<T>,
): Promise<T> {
  const filename = toSafeFilename(given);
  const contentType = request.headers.get("content-type") ?? "";
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  // Without a length it is counted while it comes.
  const sizeBytes = Number.isNaN(announced) ? 1 : announced;
  const checked = checkFile({ filename, contentType, sizeBytes }, channel);
  if ("refusal" in checked) throw toAppError(checked.refusal, { channel, filename, contentType });
  const { kind } = checked;
  const giveBack = slots().take(userId);
  try {
    const limitBytes = maxBytes(kind.type);
    const bytes = await readBody(request, { limitBytes, idleMs: IDLE_MS, tooLarge: tooLarge(kind.type, limitBytes) });
    if (bytes.length === 0) throw toAppError({ code: "empty" }, { channel, filename, contentType });
    if (!hasMark(bytes, kind.mark)) {
      const message = `This is not what its name and type say (${kind.name}). Save it in its own format, then try again.`;
      throw new AppError("unsupported_media", message);
    }
    return await use({ type: kind.type, filename, contentType: kind.contentType, bytes });
  } finally {
    giveBack();
  }
}

function toAppError(
  refusal: FileRefusal,
  { channel, filename, contentType }: { channel: Conversation["channel"]; filename: string; contentType: string },
): AppError {
  const on = channel === "instagram" ? "Instagram" : "Messenger";
  switch (refusal.code) {
    case "type":
    case "channel":
      return new AppError(
        "unsupported_media",
        `This kind of file cannot be sent on ${on}. What can: ${kindNames(channel)}.`,
      );
    case "size": {
      const type = toFileKind({ filename, contentType })?.type ?? "file";
      return new AppError("body_too_large", tooLarge(type, refusal.limitBytes));
    }
    case "empty": {
      const message = "The file is empty.";
      return new AppError("invalid_input", message, { fields: [{ path: "", message }] });
    }
  }
}

function tooLarge(type: string, limitBytes: number): string {
  const what = type === "image" ? "A picture" : type === "file" ? "A file" : `A file with ${type}`;
  return `${what} may have at most ${limitBytes / MEGABYTE} MB.`;
}
