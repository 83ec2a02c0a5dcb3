/**
 * What kind of no Meta said to a call about a Page, by code and subcode, never by text (Meta docs: error codes, Graph API
 * error handling, rate limiting). `app_rate` holds for every Page, `page_rate` for this one; `not_allowed` is a missing
 * permission, role or task.
 */
export type RefusalKind = "app_rate" | "page_rate" | "transient" | "not_allowed" | "dead_token" | "other";

const APP_RATE = new Set([4, 17, 341]);
const PAGE_RATE = new Set([32, 613, 80001, 80002, 80006]);
const TRANSIENT = new Set([1, 2, 1200]);
/** 3: capability missing, 10 and 200–299: permission; 283, the legacy one, is among them. */
const NOT_ALLOWED = new Set([3, 10]);

export function toRefusalKind({
  code,
  subcode,
  isTransient,
}: {
  code: number;
  subcode: number | null;
  isTransient: boolean;
}): RefusalKind {
  if (code === 190 || code === 102) return "dead_token";
  if (APP_RATE.has(code)) return "app_rate";
  if (PAGE_RATE.has(code)) return "page_rate";
  // 1/99: unknown, usually a missing permission. 100/33: no such object, or no access to it.
  if ((code === 1 && subcode === 99) || (code === 100 && subcode === 33)) return "not_allowed";
  if (isTransient || TRANSIENT.has(code)) return "transient";
  return NOT_ALLOWED.has(code) || (code >= 200 && code <= 299) ? "not_allowed" : "other";
}
