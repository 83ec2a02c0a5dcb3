/** When Meta is asked what became of a message: after the first failure to know, in units of the first retry (1 s). */
const AFTER = [10, 60, 300];
/** A look that failed is no look. It is repeated for a day, then the message stays as it is. */
const AGAIN_AFTER = 60;
const GIVE_UP_MS = 24 * 60 * 60_000;

/** How long after the attempt the first look is, ms. @param unitMs the first wait of a retry */
export function firstLookupMs(unitMs: number): number {
  return (AFTER[0] as number) * unitMs;
}

/** When the next look is, Unix ms; null: that was the last. @param lookups how many there were */
export function nextLookupMs(
  lookups: number,
  { attemptMs, nowMs, unitMs }: { attemptMs: number; nowMs: number; unitMs: number },
): number | null {
  const after = AFTER[lookups];
  return after === undefined ? null : Math.max(nowMs, attemptMs + after * unitMs);
}

/** When to look again after one that failed, Unix ms; null: not any more. */
export function lookupAgainMs({ attemptMs, nowMs, unitMs }: { attemptMs: number; nowMs: number; unitMs: number }) {
  return nowMs - attemptMs > GIVE_UP_MS ? null : nowMs + AGAIN_AFTER * unitMs;
}
