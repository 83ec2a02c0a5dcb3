/** Hidden tabs get no animation frames; there the batch waits this long. */
const HIDDEN_DELAY_MS = 250;

/** Runs a task once, soon; returns what cancels it. */
export type FrameScheduler = (task: () => void) => () => void;

/** Before the next paint of a visible tab, a quarter of a second later in a hidden one. */
export const nextFrame: FrameScheduler = (task) => {
  if (document.visibilityState === "visible") {
    const frame = requestAnimationFrame(task);
    return () => cancelAnimationFrame(frame);
  }
  const timer = setTimeout(task, HIDDEN_DELAY_MS);
  return () => clearTimeout(timer);
};

/**
 * Collects what arrives and hands it on together, in order, once a frame: fifty events a second are then at most one
 * update of the screen per paint.
 */
export function batchPerFrame<Item>(deliver: (items: Item[]) => void, schedule: FrameScheduler = nextFrame) {
  let waiting: Item[] = [];
  let cancel: (() => void) | null = null;

  function flush() {
    cancel?.();
    cancel = null;
    const items = waiting;
    waiting = [];
    if (items.length > 0) deliver(items);
  }

  return {
    push(item: Item) {
      waiting.push(item);
      cancel ??= schedule(flush);
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
