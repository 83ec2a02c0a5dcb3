const DAY_MS = 24 * 60 * 60 * 1000;

/** The standard messaging window (Meta docs: Send API): a Page may answer freely this long after the person's last action. */
export const STANDARD_WINDOW_MS = DAY_MS;
/** Who came through an ad and wrote can be answered longer (Meta docs: Send API, click-to-Messenger ads). */
export const AD_WINDOW_MS = 7 * DAY_MS;
/** How long a person, not a machine, may still answer with the Human Agent tag (Meta docs: message tags). */
export const HUMAN_AGENT_WINDOW_MS = 7 * DAY_MS;

export type WindowFacts = {
  channel: "messenger" | "instagram";
  /** Last action of the person that opens the window, Unix ms; null when there was none. */
  lastInboundMs: number | null;
  /** Their last message that came through an ad. Instagram's docs promise nothing longer for those: there it is no matter. */
  lastAdMs: number | null;
};

/**
 * Whether the Page may answer freely, and until when: one millisecond before `closesAt` it may, at `closesAt` no longer.
 * The times are Meta's and the clock is ours. What seems to come from the future counts as happening now, so a clock that
 * is behind opens no window longer than Meta does; one that is ahead closes it early, which Meta does not mind.
 */
export function toWindow(
  { channel, lastInboundMs, lastAdMs }: WindowFacts,
  nowMs: number,
): { isOpen: boolean; closesAt: number | null } {
  const ends: number[] = [];
  if (lastInboundMs !== null) ends.push(Math.min(lastInboundMs, nowMs) + STANDARD_WINDOW_MS);
  if (lastAdMs !== null && channel === "messenger") ends.push(Math.min(lastAdMs, nowMs) + AD_WINDOW_MS);
  if (ends.length === 0) return { isOpen: false, closesAt: null };
  const closesAt = Math.max(...ends);
  return { isOpen: nowMs < closesAt, closesAt };
}
