"use client";

import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { ThreadData } from "./apply-message-event";
import type { OutgoingMessage, ThreadItem } from "./merge-optimistic";
import { ThreadScroller } from "./thread-scroller";
import { useSoughtMessageId } from "./use-inbox-location";
import { useLateArrivals } from "./use-late-arrivals";

/** Pages fetched at once to find where the reader left off; who has more unread than that starts at the bottom. */
const MOST_PAGES_BACK = 6;
/** The same for a message somebody was sent to: only that one will do. */
const MOST_PAGES_BACK_FOR_SOUGHT = 40;

export type ThreadProps = {
  conversation: Conversation;
  query: UseInfiniteQueryResult<Pick<ThreadData, "pages">>;
  /** Oldest first. */
  items: readonly ThreadItem[];
  onRetry: (message: OutgoingMessage) => void;
  onDiscard: (clientId: string) => void;
};

/** The messages of a conversation, once what has to be seen first is loaded. */
export function Thread(props: ThreadProps) {
  const t = useTranslations("inbox.empty");
  const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = props.query;
  const pages = data?.pages ?? [];
  const firstUnreadId = pages[0]?.firstUnreadMessageId ?? null;
  const late = useLateArrivals(props.items, data !== undefined && !hasNextPage);
  const soughtId = useSoughtMessageId();
  // Only where the thread opens: what is looked for later is brought into view by the thread itself.
  const [openedAtId] = useState(soughtId);
  const [isOpened, setIsOpened] = useState(false);
  const startId = openedAtId ?? firstUnreadId;
  const mostPages = openedAtId === null ? MOST_PAGES_BACK : MOST_PAGES_BACK_FOR_SOUGHT;
  const isBelow = startId !== null && !pages.some((page) => page.messages.some(({ id }) => id === startId));
  const searches = !isOpened && isBelow && hasNextPage && !isFetchNextPageError && pages.length < mostPages;
  if (data && !searches && !isOpened) setIsOpened(true);

  useEffect(() => {
    if (searches && !isFetchingNextPage) void fetchNextPage();
  }, [searches, isFetchingNextPage, fetchNextPage]);

  if (error && !data) return <LoadError error={error} onRetry={refetch} className="m-4 mb-auto" />;
  if (!data || searches) {
    return <Skeleton rows={6} rowClassName="h-14 px-4" className="min-h-0 flex-1 overflow-hidden" />;
  }
  if (props.items.length === 0) {
    return (
      <EmptyState title={t("threadTitle")} className="my-auto">
        {t("threadBody")}
      </EmptyState>
    );
  }
  return <ThreadScroller {...props} firstUnreadId={firstUnreadId} late={late} />;
}
