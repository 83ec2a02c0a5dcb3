import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { LiveBus, LiveEntry } from "./live-bus";
import { toFrame } from "./stream-frames";
import { MOST_STREAMS } from "./stream-places";

const KEEP_ALIVE_MS = 15_000;
/** Who shuts somebody out sees it happen: within a second, whoever did it, from here or from the command line. */
const LOOK_AGAIN_MS = 500;
/** A browser that has this much unread is not keeping up: it is let go, and comes back with its last id. */
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024;
/** More than this at once is told as "fetch again": cheaper for both sides than each by itself. */
const MAX_FRAMES_AT_ONCE = 500;
/** For whoever has too many streams open. */
const RETRY_AFTER_S = 30;

const resync = (id: number) => `event: resync\nid: ${id}\ndata: {}\n\n`;

type Audience = {
  viewer: Viewer;
  /** Who it is now; null when they may not listen any more. */
  lookAgain: () => Promise<Viewer | null>;
  /** Tells that whoever asked has gone: perhaps before anything was read, and then nobody cancels the body. */
  gone?: AbortSignal;
};

/**
 * The body of `/api/stream` for one browser, with what its viewer may see at that moment. With `lastEventId` it begins
 * with what was missed, or with `resync` when that is not known any more. It ends when their session does, and tells them
 * to fetch again when their role or Pages change.
 * @throws {AppError} `too_many_requests` when they have too many open
 */
export function openEventStream(
  db: Db,
  bus: LiveBus,
  lastEventId: number | null,
  { viewer: first, lookAgain, gone }: Audience,
): ReadableStream<Uint8Array> {
  const leave = bus.places.take(first.id);
  if (leave === null) throw tooMany();
  const encoder = new TextEncoder();
  let viewer = first;
  let end = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let tail = Promise.resolve();
        const write = (text: string) => {
          if (text === "") return;
          if ((controller.desiredSize ?? 0) < 0) return end();
          controller.enqueue(encoder.encode(text));
        };
        // One after the other: frames keep the order of their numbers.
        const send = (entries: LiveEntry[]) => {
          if (entries.length === 0) return;
          tail = tail.then(async () => write(await toFrames(db, entries, viewer))).catch(() => end());
        };
        const follow = async () => {
          const now = await lookAgain();
          if (now === null) return end();
          const isOther = now.role !== viewer.role || String(now.pages) !== String(viewer.pages);
          viewer = now;
          if (isOther) write(resync(bus.lastId));
        };
        // What is remembered now is told as missed; some of it is still about to be sent to everybody.
        const toldUpTo = lastEventId === null ? 0 : bus.lastId;
        const onEntries = (entries: LiveEntry[]) => send(entries.filter(({ id }) => id > toldUpTo));
        const unsubscribe = bus.subscribe({ onEntries, onEnd: () => end() });
        const keepAlive = setInterval(() => write(": keep-alive\n\n"), KEEP_ALIVE_MS);
        const watch = setInterval(() => follow().catch(() => end()), LOOK_AGAIN_MS);
        end = () => {
          end = () => {};
          leave();
          unsubscribe();
          clearInterval(keepAlive);
          clearInterval(watch);
          try {
            controller.close();
          } catch {
            // The browser had closed it already.
          }
        };
        const missed = lastEventId === null ? [] : bus.since(lastEventId);
        gone?.addEventListener("abort", () => end(), { once: true });
        if (gone?.aborted) return end();
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

function tooMany(): AppError {
  const message = `You have ${MOST_STREAMS} live streams open already. Close a tab, or a program that listens.`;
  return new AppError("too_many_requests", message, { retryAfterS: RETRY_AFTER_S });
}

async function toFrames(db: Db, entries: LiveEntry[], viewer: Viewer): Promise<string> {
  if (entries.length > MAX_FRAMES_AT_ONCE) return resync((entries.at(-1) as LiveEntry).id);
  const frames = await Promise.all(entries.map((entry) => toFrame(db, entry, viewer, Date.now())));
  return frames.join("");
}
