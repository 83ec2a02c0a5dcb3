import "server-only";
import { AppError } from "@/lib/errors";

const MAX_BYTES = 256 * 1024;

/**
 * The JSON of a request; an empty body is an empty object.
 * @throws {AppError} `body_too_large` while it is still being read; `invalid_input` when it is not JSON
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new AppError("body_too_large", `Send at most ${MAX_BYTES} bytes.`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = "The body is not valid JSON.";
    throw new AppError("invalid_input", message, { cause, fields: [{ path: "", message }] });
  }
}
