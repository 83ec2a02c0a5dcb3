/** The standard messaging window (Meta docs: Send API): a Page may answer freely this long after the person's last action. */
export const STANDARD_WINDOW_MS = 24 * 60 * 60 * 1000;

/** @param lastInboundMs last action of the person that opens the window, Unix ms; null when there was none */
export function toWindow(lastInboundMs: number | null, nowMs: number): { isOpen: boolean; closesAt: number | null } {
  if (lastInboundMs === null) return { isOpen: false, closesAt: null };
  const closesAt = lastInboundMs + STANDARD_WINDOW_MS;
  return { isOpen: nowMs < closesAt, closesAt };
}
