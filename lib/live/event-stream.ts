import "server-only";
import type { Db } from "@/lib/db/db";
import type { LiveBus, LiveEntry } from "./live-bus";
import { toFrame } from "./stream-frames";

const KEEP_ALIVE_MS = 15_000;
/** A browser that has this much unread is not keeping up: it is let go, and comes back with its last id. */
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024;
/** More than this at once is told as "fetch again": cheaper for both sides than each by itself. */
const MAX_FRAMES_AT_ONCE = 500;

const resync = (id: number) => `event: resync\nid: ${id}\ndata: {}\n\n`;

/**
 * The body of `/api/stream` for one browser, with what `maySee` lets through. With `lastEventId` it begins with what was missed, or with `resync` when
 * that is not known any more.
 */
export function openEventStream(
  db: Db,
  bus: LiveBus,
  lastEventId: number | null,
  maySee: (entry: LiveEntry) => boolean,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let tail = Promise.resolve();
        const write = (text: string) => {
          const chunk = encoder.encode(text);
          if ((controller.desiredSize ?? 0) < 0) return end();
          controller.enqueue(chunk);
        };
        // One after the other: frames keep the order of their numbers.
        const send = (all: LiveEntry[]) => {
          const entries = all.filter(maySee);
          if (entries.length === 0) return;
          tail = tail.then(async () => write(await toFrames(db, entries))).catch(() => end());
        };
        // What is remembered now is told as missed; some of it is still about to be sent to everybody.
        const toldUpTo = lastEventId === null ? 0 : bus.lastId;
        const onEntries = (entries: LiveEntry[]) => send(entries.filter(({ id }) => id > toldUpTo));
        const unsubscribe = bus.subscribe({ onEntries, onEnd: () => end() });
        const keepAlive = setInterval(() => write(": keep-alive\n\n"), KEEP_ALIVE_MS);
        end = () => {
          end = () => {};
          unsubscribe();
          clearInterval(keepAlive);
          try {
            controller.close();
          } catch {
            // The browser had closed it already.
          }
        };
        const missed = lastEventId === null ? [] : bus.since(lastEventId);
        // A browser that hears of nothing before the connection breaks must still know where it was.
        write(lastEventId === null ? `retry: 1000\nid: ${bus.lastId}\n\n` : "retry: 1000\n\n");
        if (missed === null) write(resync(bus.lastId));
        else send(missed);
      },
      cancel() {
        end();
      },
    },
    { highWaterMark: MAX_BUFFERED_BYTES, size: (chunk) => chunk.length },
  );
}

async function toFrames(db: Db, entries: LiveEntry[]): Promise<string> {
  if (entries.length > MAX_FRAMES_AT_ONCE) return resync((entries.at(-1) as LiveEntry).id);
  const frames = await Promise.all(entries.map((entry) => toFrame(db, entry, Date.now())));
  return frames.join("");
}
