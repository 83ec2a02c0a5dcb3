import { onGlobal } from "@/lib/on-global";
import { Counter } from "./counter";
import { LIMITS, type LimitName, MOST_KEYS } from "./limits";

/** The counter of a limit, once a process. */
export function getCounter(name: LimitName): Counter {
  return onGlobal(`counter.${name}`, () => new Counter(LIMITS[name], MOST_KEYS));
}
