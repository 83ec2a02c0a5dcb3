const HOUR_MS = 3_600_000;
const SOON_MS = 2 * HOUR_MS;

/** The messaging window as a person needs to know it: how long replies are still sure to be taken. */
export type WindowState =
  | { state: "open" | "soon"; closesAt: number; hours: number; minutes: number }
  | { state: "closed"; closedAt: number | null };

/** `soon` from two hours before it closes. Hours and minutes are what is left, rounded down; at least one minute. */
export function describeWindow(closesAt: number | null, nowMs: number): WindowState {
  const leftMs = closesAt === null ? 0 : closesAt - nowMs;
  if (closesAt === null || leftMs <= 0) return { state: "closed", closedAt: closesAt };
  const minutesLeft = Math.max(1, Math.floor(leftMs / 60_000));
  return {
    state: leftMs < SOON_MS ? "soon" : "open",
    closesAt,
    hours: Math.floor(minutesLeft / 60),
    minutes: minutesLeft % 60,
  };
}
