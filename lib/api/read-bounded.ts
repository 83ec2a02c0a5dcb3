import "server-only";
import { AppError } from "@/lib/errors";

/**
 * The bytes of a request, held against the limit while they come.
 * @throws {AppError} `body_too_large` as soon as there are more
 */
export async function readBounded(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new AppError("body_too_large", `Send at most ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
