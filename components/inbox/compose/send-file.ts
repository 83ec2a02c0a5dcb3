import { ApiError } from "@/components/fetch-json";
import type { Problem } from "@/lib/api/schemas/common";
import type { Upload } from "@/lib/api/schemas/outgoing";

/** A file on its way. `done` rejects with an `ApiError`; after `abort` it never settles. */
export type FileTransfer = { done: Promise<Upload>; abort: () => void };

/**
 * Uploads a file to the desk. XMLHttpRequest, because only that tells how far it is.
 * @param onProgress a share, 0 to 1; at 1 Meta does not have it yet
 */
export function sendFile(
  { conversationId, file, contentType }: { conversationId: string; file: File; contentType: string },
  onProgress: (share: number) => void,
): FileTransfer {
  const request = new XMLHttpRequest();
  const done = new Promise<Upload>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new ApiError({ status: 0, code: "offline", title: "", detail: "" }));
    request.onload = () => {
      const { status } = request;
      const answer = toJson(request.responseText);
      if (status >= 200 && status < 300) resolve((answer as { upload: Upload }).upload);
      else reject(toApiError(status, answer));
    };
  });
  const search = new URLSearchParams({ filename: file.name });
  request.open("POST", `/api/conversations/${encodeURIComponent(conversationId)}/attachments?${search}`);
  request.setRequestHeader("accept", "application/json");
  request.setRequestHeader("content-type", contentType);
  request.send(file);
  return { done, abort: () => request.abort() };
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toApiError(status: number, answer: unknown): ApiError {
  const isProblem = typeof answer === "object" && answer !== null && "code" in answer && "title" in answer;
  return new ApiError(isProblem ? (answer as Problem) : { status, code: "unexpected", title: "", detail: "" });
}
