const HOUR_MS = 3_600_000;
const SOON_MS = 2 * HOUR_MS;

/** What is left of a time, in the two units that matter; rounded down, at least one minute. */
export type TimeLeft = { unit: "days" | "hours" | "minutes"; days: number; hours: number; minutes: number };

export function describeTimeLeft(leftMs: number): TimeLeft {
  const minutesLeft = Math.max(1, Math.floor(leftMs / 60_000));
  const hoursLeft = Math.floor(minutesLeft / 60);
  const days = Math.floor(hoursLeft / 24);
  return {
    unit: days > 0 ? "days" : hoursLeft > 0 ? "hours" : "minutes",
    days,
    hours: hoursLeft - days * 24,
    minutes: minutesLeft % 60,
  };
}

/** The messaging window as a person needs to know it: how long replies are still sure to be taken. */
export type WindowState =
  | ({ state: "open" | "soon"; closesAt: number } & TimeLeft)
  | { state: "closed"; closedAt: number | null };

/** `soon` from two hours before it closes. */
export function describeWindow(closesAt: number | null, nowMs: number): WindowState {
  const leftMs = closesAt === null ? 0 : closesAt - nowMs;
  if (closesAt === null || leftMs <= 0) return { state: "closed", closedAt: closesAt };
  return { state: leftMs < SOON_MS ? "soon" : "open", closesAt, ...describeTimeLeft(leftMs) };
}
