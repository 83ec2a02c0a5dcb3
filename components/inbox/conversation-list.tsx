"use client";

import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import { pagesQuery } from "@/components/pages/pages-query";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import type { Conversation } from "@/lib/api/schemas/inbox";
import {
  type ConversationFilter,
  type ConversationListData,
  listedConversations,
  matchesFilter,
} from "./apply-conversation-event";
import { conversationQuery, conversationsQuery, findListedFor, isGone } from "./conversation-queries";
import { ConversationRows } from "./conversation-rows";
import { ListEmpty } from "./list-empty";
import { useConversationFilter, useOpenConversationId } from "./use-inbox-location";

/** Every conversation the address asks for, newest first. */
export function ConversationList() {
  const t = useTranslations("inbox.list");
  const { filter, setUnread } = useConversationFilter();
  const view = filter.unread ? "unread" : "all";
  return (
    <Tabs
      label={t("views")}
      value={view}
      onValueChange={(next) => void setUnread(next === "unread" ? true : null)}
      tabs={[
        { value: "all", label: t("all") },
        { value: "unread", label: <UnreadTab pageId={filter.pageId} /> },
      ]}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabPanel value={view} className="flex min-h-0 flex-1 flex-col">
        <FilteredList key={`${view} ${filter.pageId}`} filter={filter} />
      </TabPanel>
    </Tabs>
  );
}

function UnreadTab({ pageId }: { pageId: string | null }) {
  const t = useTranslations("inbox.list");
  const { data: count = 0 } = useQuery({
    ...pagesQuery,
    select: (pages) =>
      pages.reduce((sum, page) => sum + (pageId === null || page.id === pageId ? page.unreadConversations : 0), 0),
  });
  return (
    <>
      {t("unread")}
      {count > 0 && <span className="font-normal text-soft">{count}</span>}
    </>
  );
}

function FilteredList({ filter }: { filter: ConversationFilter }) {
  const t = useTranslations("ui");
  const queryClient = useQueryClient();
  const openId = useOpenConversationId();
  const { data, error, isPending, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery({ ...conversationsQuery(filter), placeholderData: () => findListedFor(queryClient, filter) });
  const conversations = useShownConversations(data, filter, openId, hasNextPage);
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  if (isPending) return <Skeleton rows={10} rowClassName="h-14 px-3 border-b" />;
  if (error && !data) return <LoadError error={error} onRetry={refetch} className="m-3" />;
  return (
    <>
      {error && !isFetchNextPageError && <LoadError error={error} onRetry={refetch} className="m-3" />}
      {conversations.length === 0 ? (
        <ListEmpty filter={filter} />
      ) : (
        <ConversationRows
          conversations={conversations}
          openId={openId}
          hasMore={hasNextPage}
          onNearEnd={loadMore}
          footer={
            isFetchNextPageError ? (
              <div className="flex h-full items-center justify-center">
                <Button onClick={() => void fetchNextPage()}>{t("retry")}</Button>
              </div>
            ) : (
              <Skeleton rowClassName="h-14 px-3" />
            )
          }
        />
      )}
    </>
  );
}

/** What is loaded and belongs, and the open conversation even when it does not belong (any more). */
function useShownConversations(
  data: Pick<ConversationListData, "pages"> | undefined,
  filter: ConversationFilter,
  openId: string | null,
  hasMore: boolean,
): readonly Conversation[] {
  const queryClient = useQueryClient();
  const { data: known, error } = useQuery({
    ...conversationQuery(queryClient, openId ?? ""),
    enabled: openId !== null,
  });
  const opened = isGone(error) ? undefined : known;
  return useMemo(() => {
    if (!data) return [];
    const shown = listedConversations(data).filter((each) => each.id === openId || matchesFilter(each, filter));
    // A conversation opened by its address may belong to another Page; that one is not put into this Page's list.
    if (!opened || opened.id !== openId || shown.some(({ id }) => id === openId)) return shown;
    if (filter.pageId !== null && opened.pageId !== filter.pageId) return shown;
    const at = shown.findIndex((each) => each.lastActivityAt <= opened.lastActivityAt);
    if (at === -1) return hasMore ? shown : [...shown, opened];
    return shown.toSpliced(at, 0, opened);
  }, [data, filter, openId, opened, hasMore]);
}
