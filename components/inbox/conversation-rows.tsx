"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { ArrowUp } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { usePageName } from "@/components/pages/use-page-name";
import { Button } from "@/components/ui/button";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { ConversationRow } from "./conversation-row";
import { useHeldRows } from "./use-held-rows";
import { useConversationAddress } from "./use-inbox-location";
import { useRovingRow } from "./use-roving-row";

const ROW_PX = 56;
/** The next page is asked for when this many rows are left below. */
const AHEAD = 15;

type ConversationRowsProps = {
  conversations: readonly Conversation[];
  openId: string | null;
  hasMore: boolean;
  onNearEnd: () => void;
  /** Stands below the last row while more is to come. */
  footer: ReactNode;
};

/**
 * The rows, as many as fit: the list may be thousands long. Screen readers are told each row's place and, once it is
 * known, the length of the whole.
 */
export function ConversationRows({ conversations, openId, hasMore, onNearEnd, footer }: ConversationRowsProps) {
  const t = useTranslations("inbox.list");
  const area = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, waiting, release } = useHeldRows(conversations, { area, scroller });
  const { addressOf, open } = useConversationAddress();
  const pageName = usePageName();
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const indexOf = (id: string | null) => (id === null ? -1 : rows.findIndex((row) => row.id === id));
  const tabStop = Math.max(0, indexOf(focusedId) === -1 ? indexOf(openId) : indexOf(focusedId));

  const virtualizer = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? "more", [rows]),
    // The row with the focus stays in the document wherever the list is scrolled to.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), ...(rows[tabStop] ? [tabStop] : [])])].sort((a, b) => a - b),
      [rows, tabStop],
    ),
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();

  const lastIndex = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (hasMore && lastIndex >= rows.length - AHEAD) onNearEnd();
  }, [hasMore, lastIndex, rows.length, onNearEnd]);

  const { onKeyDown, list } = useRovingRow({
    ids: rows,
    current: tabStop,
    onMove: (index) => {
      virtualizer.scrollToIndex(index);
      setFocusedId(rows[index]?.id ?? null);
    },
  });

  return (
    <div ref={area} className="relative min-h-0 flex-1">
      {waiting > 0 && (
        <Button
          variant="primary"
          size="sm"
          title={t("waitingHint")}
          onClick={release}
          className="absolute top-2 left-1/2 z-10 -translate-x-1/2 animate-appear rounded-full shadow-float"
        >
          <ArrowUp aria-hidden="true" />
          {t("waiting", { count: waiting })}
        </Button>
      )}
      <div ref={scroller} className="h-full overflow-y-auto overscroll-contain">
        <ul
          ref={list}
          aria-label={t("label")}
          onKeyDown={onKeyDown as (event: KeyboardEvent) => void}
          className="relative"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ key, index, start }) => {
            const conversation = rows[index];
            return (
              <li
                key={key}
                aria-posinset={conversation ? index + 1 : undefined}
                aria-setsize={conversation ? (hasMore ? -1 : rows.length) : undefined}
                className="absolute inset-x-0 top-0 h-14 border-b"
                style={{ transform: `translateY(${start}px)` }}
              >
                {conversation ? (
                  <ConversationRow
                    conversation={conversation}
                    pageName={pageName(conversation.pageId)}
                    href={addressOf(conversation.id)}
                    isOpen={conversation.id === openId}
                    isTabStop={index === tabStop}
                    onOpen={open}
                  />
                ) : (
                  footer
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
