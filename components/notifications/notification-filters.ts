import type { NotificationOutcome } from "@/lib/api/schemas/notifications";

/** Spans that end now, by their word in the address. */
export const SPANS = { "15m": 900_000, "1h": 3_600_000, "24h": 86_400_000, "7d": 604_800_000 } as const;
export type Span = keyof typeof SPANS;
export const spans = Object.keys(SPANS) as Span[];

/** What the list is narrowed to. */
export type NotificationFilters = {
  pageId: string | null;
  field: string | null;
  outcome: NotificationOutcome | null;
  /** Only what needs a look. */
  problems: boolean;
  psid: string | null;
  /** Received within this span from now on back; `from` and `to` are null then. */
  within: Span | null;
  /** Received at or after, and before (Unix ms). */
  from: number | null;
  to: number | null;
  q: string | null;
};

/** What to ask the API for. @param nowMs where spans end */
export function toListParams({ within, problems, from, ...rest }: NotificationFilters, nowMs: number) {
  return {
    ...rest,
    problems: problems ? true : null,
    from: within === null ? from : nowMs - SPANS[within],
  };
}

export function isFiltered(filters: NotificationFilters): boolean {
  return Object.values(filters).some((value) => value !== null && value !== false);
}
