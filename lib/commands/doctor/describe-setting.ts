import type { GivenSetting } from "@/lib/env";

const SECRET = /SECRET|KEY|TOKEN|PASSWORD/;
/** The end of a shorter one would be too much of it. */
const LONG_ENOUGH_FOR_ITS_END = 16;

/**
 * The value of a setting as it may be read over somebody's shoulder: of a secret its length and at most its last two
 * characters. So too of whatever cannot be used: it may be a secret in the wrong line.
 */
export function describeSetting({ name, value, isValid, fallback }: GivenSetting): string {
  if (value === undefined) return fallback ?? "";
  if (SECRET.test(name))
    return value
      .split(",")
      .map((one) => mask(one.trim()))
      .join(", ");
  if (!isValid) return `${mask(value)}, not usable`;
  return URL.canParse(value) && value.includes("://") ? withoutExtras(new URL(value)) : value;
}

function mask(value: string): string {
  const length = `${value.length} ${value.length === 1 ? "character" : "characters"}`;
  return value.length < LONG_ENOUGH_FOR_ITS_END ? `(${length})` : `(${length}, the last two ${value.slice(-2)})`;
}

/** A user name, a password or a query may be secrets. */
function withoutExtras({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname === "/" ? "" : pathname}`;
}
