import "server-only";
import { AppError } from "@/lib/errors";

/**
 * The bytes of a request, held against the limit while they come.
 * @param idleMs how long the sender may be silent
 * @param tooLarge what to say when it is more than `limitBytes`
 * @throws {AppError} `body_too_large`; `bad_request` when it breaks off or stalls
 */
export async function readBody(
  request: Request,
  { limitBytes, idleMs, tooLarge }: { limitBytes: number; idleMs: number; tooLarge: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    while (reader) {
      const { done, value } = await readWithin(reader, idleMs);
      if (done) break;
      size += value.length;
      if (size > limitBytes) throw new AppError("body_too_large", tooLarge);
      chunks.push(value);
    }
  } catch (error) {
    // Nothing more is taken in; the answer still goes out.
    chunks.length = 0;
    if (error instanceof AppError) throw error;
    throw new AppError("bad_request", "The upload broke off before all of the file was here. Try again.", {
      cause: error,
    });
  } finally {
    reader?.releaseLock();
  }
  return joined(chunks, size);
}

async function readWithin(reader: ReadableStreamDefaultReader<Uint8Array>, idleMs: number) {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    const message = `Nothing more of the file came for ${Math.round(idleMs / 1000)} seconds. Try again.`;
    timer = setTimeout(() => reject(new AppError("bad_request", message)), idleMs);
  });
  try {
    return await Promise.race([reader.read(), stalled]);
  } finally {
    clearTimeout(timer);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
