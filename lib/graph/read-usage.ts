/** How much of a rate limit is used up: percent, and how long until calls work again (ms; 0: Meta names no time). */
export type Usage = { percent: number; regainMs: number };

const MINUTE_MS = 60_000;
/** Meta counts over 24 hours at most (Meta docs: rate limiting); more than that is a slip. */
const LONGEST_MS = 24 * 60 * MINUTE_MS;
/** Business use cases that are about a Page's messages (Meta docs: rate limiting, `X-Business-Use-Case-Usage`). */
const USE_CASES: ReadonlySet<unknown> = new Set(["messenger", "pages"]);
const SHARES = ["call_count", "total_time", "total_cputime"];

/**
 * What the usage headers of an answer say of a Page, and of the whole app. Null where they say nothing: Meta sends them
 * only once there is something to say. Use cases are listed by Page or by business: where the Page has an entry of its
 * own, those of others are no matter.
 *
 * @param headers by lower-case name; anything unexpected in them counts as not said
 */
export function readUsage(
  headers: Readonly<Record<string, string>>,
  pageId: string,
): { page: Usage | null; app: Usage | null } {
  const listed = toObject(headers["x-business-use-case-usage"]);
  const useCases = (Object.hasOwn(listed, pageId) ? [listed[pageId]] : Object.values(listed))
    .flatMap((list) => (Array.isArray(list) ? list.map(asObject) : []))
    .filter(({ type }) => USE_CASES.has(type));
  return {
    page: highest([...useCases, toObject(headers["x-page-usage"])]),
    app: highest([toObject(headers["x-app-usage"])]),
  };
}

/** `estimated_time_to_regain_access` is in minutes. Null: it holds no number that is one of usage. */
function toUsage(usage: Record<string, unknown>): Usage | null {
  const shares = SHARES.map((name) => toNumber(usage[name])).filter((share) => share !== null);
  const minutes = toNumber(usage.estimated_time_to_regain_access);
  if (shares.length === 0 && minutes === null) return null;
  return { percent: Math.max(0, ...shares), regainMs: Math.min((minutes ?? 0) * MINUTE_MS, LONGEST_MS) };
}

function highest(told: Record<string, unknown>[]): Usage | null {
  const usages = told.map(toUsage).filter((usage) => usage !== null);
  if (usages.length === 0) return null;
  return {
    percent: Math.max(...usages.map(({ percent }) => percent)),
    regainMs: Math.max(...usages.map(({ regainMs }) => regainMs)),
  };
}

function toObject(json: string | undefined): Record<string, unknown> {
  try {
    return asObject(JSON.parse(json ?? "{}"));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function toNumber(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
