import { LIVE_EVENT_NAMES, type LiveEvent, parseLiveEvent } from "./live-event";

/** `connecting` only before the first connection; `polling` once the stream has been away for `pollAfterMs`. */
export type LiveStatus = "connecting" | "live" | "reconnecting" | "polling";

/** The part of the browser's `EventSource` that is used here, so that tests can play it. */
export interface LiveSource {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: { data?: string }) => void): void;
  close(): void;
}

export interface LiveConnectionOptions {
  openSource: () => LiveSource;
  onEvent: (event: LiveEvent) => void;
  onStatus: (status: LiveStatus) => void;
  /** Something may have been missed, or cannot be received: fetch again what is on screen. */
  onStale: () => void;
  /** The answer was not a stream: the server may be starting, or whoever asks may not be here any more. */
  onRefused: () => void;
  random?: () => number;
  pollAfterMs?: number;
  pollEveryMs?: number;
}

const CLOSED = 2;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
const WATCH_EVERY_MS = 15_000;
/** Timers that come this late mean that the machine slept; a connection from before that may be dead without a word. */
const SLEPT_MS = 45_000;

/**
 * Holds one stream open. The browser repairs a dropped connection by itself and resumes with `Last-Event-ID`; it gives
 * up for good on an answer that is not a stream (a 503 while the server starts, say), and then we open a new one with
 * growing pauses. A new one starts without `Last-Event-ID`, so what it may have missed is reported as stale once it
 * holds. While the stream is away for long, `onStale` is called regularly instead.
 *
 * @returns a handle; `close` ends everything and may be called twice
 */
export function openLiveConnection(options: LiveConnectionOptions) {
  const { openSource, onEvent, onStatus, onStale, onRefused } = options;
  const { random = Math.random, pollAfterMs = 10_000, pollEveryMs = 10_000 } = options;
  let source: LiveSource | null = null;
  let status: LiveStatus = "connecting";
  let failures = 0;
  let isClosed = false;
  let mayHaveMissed = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let pollTimer: ReturnType<typeof setTimeout> | undefined;
  let watchedAt = Date.now();

  function setStatus(next: LiveStatus) {
    if (status === next) return;
    status = next;
    onStatus(next);
  }

  function poll() {
    setStatus("polling");
    onStale();
    pollTimer = setTimeout(poll, pollEveryMs);
  }

  function hold() {
    failures = 0;
    clearTimeout(pollTimer);
    pollTimer = undefined;
    setStatus("live");
    if (mayHaveMissed) onStale();
    mayHaveMissed = false;
  }

  function lose(lost: LiveSource) {
    if (status !== "polling") setStatus(status === "connecting" ? "connecting" : "reconnecting");
    pollTimer ??= setTimeout(poll, pollAfterMs);
    if (lost.readyState !== CLOSED) return;
    onRefused();
    const pauseMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures) * (0.75 + random() * 0.5);
    failures += 1;
    mayHaveMissed = true;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(connect, pauseMs);
  }

  function connect() {
    if (isClosed) return;
    clearTimeout(retryTimer);
    source?.close();
    const opened = openSource();
    source = opened;
    opened.addEventListener("open", () => source === opened && hold());
    opened.addEventListener("error", () => source === opened && lose(opened));
    for (const name of LIVE_EVENT_NAMES) {
      opened.addEventListener(name, ({ data }) => {
        const event = source === opened ? parseLiveEvent(name, data ?? "") : null;
        if (event) onEvent(event);
      });
    }
  }

  function restart() {
    if (isClosed) return;
    mayHaveMissed = true;
    failures = 0;
    connect();
  }

  const watch = setInterval(() => {
    const now = Date.now();
    const slept = now - watchedAt > SLEPT_MS;
    watchedAt = now;
    if (slept) restart();
  }, WATCH_EVERY_MS);

  connect();

  return {
    /** The network is said to be back: try now rather than when the pause is over. */
    hurry() {
      if (status !== "live") restart();
    },
    close() {
      isClosed = true;
      clearTimeout(retryTimer);
      clearTimeout(pollTimer);
      clearInterval(watch);
      source?.close();
      source = null;
    },
  };
}
