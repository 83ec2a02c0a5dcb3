"use client";

import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { ThreadData } from "./apply-message-event";
import type { OutgoingMessage, ThreadItem } from "./merge-optimistic";
import { ThreadScroller } from "./thread-scroller";

/** Pages fetched at once to find where the reader left off; who has more unread than that starts at the bottom. */
const MOST_PAGES_BACK = 6;

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
  const isBelow = firstUnreadId !== null && !pages.some((page) => page.messages.some(({ id }) => id === firstUnreadId));
  const searches = isBelow && hasNextPage && !isFetchNextPageError && pages.length < MOST_PAGES_BACK;

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
  return <ThreadScroller {...props} firstUnreadId={firstUnreadId} />;
}
