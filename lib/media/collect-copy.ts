/** Of all answers that are on their way at a time. */
const TOGETHER_MAX_BYTES = 64 * 1024 * 1024;

let heldBytes = 0;

/**
 * Passes bytes on as they come, and holds on to them up to `maxBytes`. Once all have come, `keep` gets them; what is
 * larger, empty, cut off or not waited for is not kept, and neither is anything while too much is held already.
 */
export function collectCopy(
  source: ReadableStream<Uint8Array>,
  maxBytes: number,
  keep: (body: Buffer) => void,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  let held: Uint8Array[] | null = [];
  let size = 0;
  const letGo = () => {
    heldBytes -= size;
    size = 0;
    held = null;
  };
  const hold = (chunk: Uint8Array) => {
    if (held === null) return;
    held.push(chunk);
    size += chunk.length;
    heldBytes += chunk.length;
    if (size > maxBytes || heldBytes > TOGETHER_MAX_BYTES) letGo();
  };
  const finish = () => {
    const body = held === null ? null : Buffer.concat(held);
    letGo();
    if (body !== null && body.length > 0) keep(body);
  };
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) {
          hold(value);
          controller.enqueue(value);
          return;
        }
        finish();
        controller.close();
      } catch (error) {
        letGo();
        throw error;
      }
    },
    async cancel(reason) {
      letGo();
      await reader.cancel(reason);
    },
  });
}
