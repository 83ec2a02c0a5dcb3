import "server-only";
import { AppError } from "@/lib/errors";
import { readBounded } from "./read-bounded";

const MAX_BYTES = 256 * 1024;

/**
 * The JSON of a request; an empty body is an empty object.
 * @throws {AppError} `body_too_large` while it is still being read; `invalid_input` when it is not JSON
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const text = (await readBounded(request, MAX_BYTES)).toString("utf8");
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = "The body is not valid JSON.";
    throw new AppError("invalid_input", message, { cause, fields: [{ path: "", message }] });
  }
}
