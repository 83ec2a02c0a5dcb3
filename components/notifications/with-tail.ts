import type { InfiniteData } from "@tanstack/react-query";
import type { NotificationList, NotificationSummary } from "@/lib/api/schemas/notifications";

/** What is loaded of a list, newest first, a page at a time. */
export type NotificationListData = InfiniteData<NotificationList, unknown>;

/** As many of the newest rows are looked at again with each look for new ones: they may have been applied since. */
const LOOK_AGAIN_AT = 20;

export function listedNotifications(data: NotificationListData): NotificationSummary[] {
  return data.pages.flatMap((page) => page.notifications);
}

/** When the rows came in from which on the server is asked again; null while there is none. */
export function tailStart(rows: readonly NotificationSummary[]): number | null {
  return rows[Math.min(LOOK_AGAIN_AT, rows.length) - 1]?.receivedAt ?? null;
}

/** The list with `tail` on top: the newest rows, new ones and some that were there already in a later state. */
export function withTail(data: NotificationListData, tail: readonly NotificationSummary[]): NotificationListData {
  const [first, ...rest] = data.pages;
  if (!first || tail.length === 0) return data;
  const fresh = new Set(tail.map(({ id }) => id));
  const isOld = ({ id }: NotificationSummary) => !fresh.has(id);
  const pages = [
    { ...first, notifications: [...tail, ...first.notifications.filter(isOld)] },
    ...rest.map((page) => ({ ...page, notifications: page.notifications.filter(isOld) })),
  ];
  return { ...data, pages };
}
