const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;
const LONGEST_TOLD_MS = 60 * 60_000;
const MINUTE_MS = 60_000;
const TOLD = /"estimated_time_to_regain_access":\s*(\d+)/g;

/**
 * How long to leave Meta alone before the next try: as long as its usage headers say (in minutes; Meta docs: rate
 * limiting, business use case), else longer each time. Calling on while limited makes the block longer.
 */
export function backOffMs(tries: number, usage: Readonly<Record<string, string>> = {}): number {
  const told = [...Object.values(usage).join(" ").matchAll(TOLD)].map(([, minutes]) => Number(minutes) * MINUTE_MS);
  const toldMs = Math.min(Math.max(0, ...told), LONGEST_TOLD_MS);
  return toldMs > 0 ? toldMs : Math.min(FIRST_MS * 2 ** tries, LONGEST_MS);
}
