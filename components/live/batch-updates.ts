/** Hidden tabs get no animation frames, and covered windows not always: a batch waits this long at most. */
const LONGEST_DELAY_MS = 250;
/** Between two batches. Faster than this nobody reads, and every batch costs a pass over what is on screen. */
const PAUSE_MS = 100;

/** Runs a task once, soon but not before `notBeforeMs` from now; returns what cancels it. */
export type Scheduler = (task: () => void, notBeforeMs: number) => () => void;

/** Before the next paint, or a quarter of a second later where nothing is painted. */
export const nextFrame: Scheduler = (task, notBeforeMs) => {
  const isPaced = notBeforeMs > 0;
  const cancel = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const run = () => {
    cancel();
    task();
  };
  const frame = isPaced ? 0 : requestAnimationFrame(run);
  const timer = setTimeout(run, isPaced ? notBeforeMs : LONGEST_DELAY_MS);
  return cancel;
};

/**
 * Collects what arrives and hands it on together, in order. Something that comes by itself is delivered before the next
 * paint; of a storm, ten batches a second.
 */
export function batchUpdates<Item>(
  deliver: (items: Item[]) => void,
  { schedule = nextFrame, now = () => performance.now() }: { schedule?: Scheduler; now?: () => number } = {},
) {
  let waiting: Item[] = [];
  let cancel: (() => void) | null = null;
  let deliveredAt = Number.NEGATIVE_INFINITY;

  function flush() {
    cancel?.();
    cancel = null;
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    deliveredAt = now();
    deliver(items);
  }

  return {
    push(item: Item) {
      waiting.push(item);
      cancel ??= schedule(flush, Math.max(0, deliveredAt + PAUSE_MS - now()));
    },
    /** Delivers at once what is waiting (a tab was hidden before its frame came, say). */
    flush,
    /** Forgets what is waiting. */
    clear() {
      cancel?.();
      cancel = null;
      waiting = [];
    },
  };
}
