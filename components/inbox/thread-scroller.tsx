"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import { JumpToLate } from "./jump-to-late";
import { JumpToLatest } from "./jump-to-latest";
import { NewMessageAnnouncer } from "./new-message-announcer";
import type { ThreadProps } from "./thread";
import { type ThreadFrame, ThreadFrameContext } from "./thread-frame";
import { ThreadLine } from "./thread-line";
import { type ThreadRow, toThreadRows } from "./thread-rows";
import { NEAR_END_PX, useAtEnd } from "./use-at-end";
import { useDisplayName } from "./use-display-name";
import { useDocumentVisible } from "./use-document-visible";
import { useSoughtMessageId } from "./use-inbox-location";
import type { LateArrivals } from "./use-late-arrivals";
import { useLateMessages } from "./use-late-messages";
import { useMarkRead } from "./use-mark-read";
import { indexOfMessage, useShowMessage } from "./use-show-message";

/** Rows left above when the next older page is asked for: it arrives before they are used up. */
const AHEAD = 12;
/** Without a place in the tab order a scroller cannot be scrolled by keyboard. */
const KEYBOARD_SCROLLABLE = { tabIndex: 0 };

type ThreadScrollerProps = ThreadProps & {
  /** Where the reader left off, as known now; null when everything is read. */
  firstUnreadId: string | null;
  late: LateArrivals;
};

/**
 * Opens at the message the address names, at the first unread one, or at the end; follows new messages only from the end; loads older ones above
 * without anything moving.
 */
export function ThreadScroller({
  conversation,
  query,
  items,
  onRetry,
  onDiscard,
  firstUnreadId,
  late,
}: ThreadScrollerProps) {
  const t = useTranslations("inbox.thread");
  const uiText = useTranslations("ui");
  const name = useDisplayName()(conversation);
  const { channel } = conversation;
  const soughtId = useSoughtMessageId();
  const isVisible = useDocumentVisible();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const scroller = useRef<HTMLDivElement>(null);
  const [dividerId, setDividerId] = useState(firstUnreadId);

  const rows = useMemo(
    () => toThreadRows(items, { isComplete: !hasNextPage, firstUnreadId: dividerId }),
    [items, hasNextPage, dividerId],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((index: number) => estimateHeight(rows[index]), [rows]),
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: NEAR_END_PX,
    overscan: 8,
    paddingStart: 16,
    paddingEnd: 12,
  });
  const { isAtEnd, onScroll } = useAtEnd(scroller, () => virtualizer.scrollToEnd());

  // Once, before the first paint: to where the reader left off.
  const [isPlaced, setIsPlaced] = useState(false);
  const placeOnce = useRef(() => {
    const sought = soughtId === null ? -1 : indexOfMessage(rows, soughtId);
    const newLine = rows.findIndex(({ type }) => type === "new");
    if (sought !== -1) virtualizer.scrollToIndex(sought, { align: "center" });
    else if (newLine === -1) virtualizer.scrollToEnd();
    else virtualizer.scrollToIndex(rows[newLine - 1]?.type === "day" ? newLine - 1 : newLine, { align: "start" });
  });
  useLayoutEffect(() => {
    placeOnce.current();
    const frame = requestAnimationFrame(() => setIsPlaced(true));
    return () => cancelAnimationFrame(frame);
  }, []);

  const firstVisible = virtualizer.range?.startIndex ?? 0;
  const lastVisible = virtualizer.range?.endIndex ?? 0;
  const isNearStart = isPlaced && firstVisible < AHEAD;
  useEffect(() => {
    if (isNearStart && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [isNearStart, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const unreadRow = rows.findIndex((row) => row.type === "message" && row.item.message.id === firstUnreadId);
  const seesUnread = unreadRow !== -1 && firstVisible <= unreadRow && unreadRow <= lastVisible;
  const lateAbove = useLateMessages(late, { rows, firstVisible, lastVisible, isVisible });
  const hasSeenAll = isAtEnd || seesUnread || (late.justSaw && firstUnreadId === null);
  useMarkRead(conversation, items, isVisible && isPlaced && lateAbove.length === 0 && hasSeenAll);

  // What comes while nobody looks gets the line; what is read as it comes does not.
  const comesUnseen = firstUnreadId !== null && !(isVisible && isAtEnd);
  if (comesUnseen && firstUnreadId !== dividerId) setDividerId(firstUnreadId);

  // Our own reply is always shown, wherever the thread is scrolled to.
  const lastItem = items.at(-1);
  const newestOwnKey = lastItem?.outgoing?.state === "sending" ? lastItem.key : null;
  const { scrollToEnd } = virtualizer;
  useEffect(() => {
    if (newestOwnKey !== null) scrollToEnd();
  }, [newestOwnKey, scrollToEnd]);

  // What comes late stands above the last lines and would push them out of view.
  const shownCount = useRef(rows.length);
  useLayoutEffect(() => {
    if (shownCount.current === rows.length) return;
    shownCount.current = rows.length;
    if (isPlaced && isAtEnd) scrollToEnd();
  }, [rows.length, isPlaced, isAtEnd, scrollToEnd]);

  const { show, markedKey } = useShowMessage({
    rows,
    query,
    soughtId,
    scrollTo: useCallback((index) => virtualizer.scrollToIndex(index, { align: "center" }), [virtualizer]),
  });
  const frame = useMemo<ThreadFrame>(
    () => ({
      customerName: name,
      channel,
      onShow(messageId) {
        // What was pressed may be gone when the message is there; the keyboard goes on from the thread.
        scroller.current?.focus({ preventScroll: true });
        show(messageId);
      },
    }),
    [name, channel, show],
  );

  return (
    <div className="relative flex min-h-[min(5rem,15dvh)] flex-1 flex-col">
      {isFetchingNextPage && (
        <p role="status" className="pointer-events-none absolute inset-x-0 top-2 z-10 flex animate-late justify-center">
          <span className="flex items-center gap-1.5 rounded-full bg-raised px-2.5 py-1 text-xs text-soft shadow-float">
            <Spinner />
            {t("loadingOlder")}
          </span>
        </p>
      )}
      {isFetchNextPageError && (
        <div className="absolute inset-x-0 top-2 z-10 flex justify-center">
          <Button size="sm" onClick={() => void fetchNextPage()} className="shadow-float">
            {uiText("retry")}
          </Button>
        </div>
      )}
      <div
        ref={scroller}
        role="log"
        // Scrolling puts rows in and out of the document; what is new is announced below.
        aria-live="off"
        aria-label={t("label", { name })}
        {...KEYBOARD_SCROLLABLE}
        onScroll={onScroll}
        className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain outline-offset-[-2px] [overflow-anchor:none]"
      >
        <ThreadFrameContext value={frame}>
          <div className="relative mt-auto w-full shrink-0" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ key, index, start }) => {
              const row = rows[index];
              return (
                row && (
                  <div
                    key={key}
                    data-index={index}
                    ref={virtualizer.measureElement}
                    className={cn(
                      "absolute inset-x-0 top-0 px-4 transition-colors max-md:px-3",
                      key === markedKey && "bg-warn-tint",
                    )}
                    style={{ transform: `translateY(${start}px)` }}
                  >
                    <ThreadLine row={row} onRetry={onRetry} onDiscard={onDiscard} />
                  </div>
                )
              );
            })}
          </div>
        </ThreadFrameContext>
      </div>
      <JumpToLate
        count={lateAbove.length}
        onJump={() => {
          const [oldest] = lateAbove;
          if (!oldest) return;
          late.markSeen([oldest.key]);
          frame.onShow(oldest.message.id);
        }}
      />
      <JumpToLatest items={items} isAtEnd={isAtEnd} onJump={() => virtualizer.scrollToEnd()} />
      <NewMessageAnnouncer items={items} name={name} />
    </div>
  );
}

/** A first guess; the row is measured as soon as it is in the document. */
function estimateHeight(row: ThreadRow | undefined): number {
  if (row?.type !== "message") return 40;
  const { kind, text, attachments } = row.item.message;
  if (kind !== "message") return 30;
  const lines = text === null ? 0 : Math.ceil(text.length / 55);
  return (attachments.length > 0 ? 190 : 0) + lines * 20 + 20 + (row.isLastOfGroup ? 28 : 0);
}
