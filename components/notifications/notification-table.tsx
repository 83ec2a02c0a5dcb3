"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { TWO_PANES, useMediaQuery } from "@/components/inbox/use-media-query";
import type { NotificationSummary } from "@/lib/api/schemas/notifications";
import { NotificationRow } from "./notification-row";
import { useRowKeys } from "./use-row-keys";
import type { Selection } from "./use-selection";

const HEAD_PX = 36;
const BORDER_PX = 1;
const ROW_PX = 36;
const PHONE_ROW_PX = 52;
/** More is asked for when this many rows are left below. */
const AHEAD = 15;

type NotificationTableProps = {
  rows: readonly NotificationSummary[];
  selection: Selection;
  hasMore: boolean;
  onNearEnd: () => void;
};

/**
 * The rows in view and a few around them: the list may be thousands long, and scrolls with the screen. Size and times
 * leave first when it gets narrow; time, Page, fields and outcome stay on a phone.
 */
export function NotificationTable({ rows, selection, hasMore, onNearEnd }: NotificationTableProps) {
  const t = useTranslations("notifications.table");
  const table = useRef<HTMLTableElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const rowPx = useMediaQuery(TWO_PANES) ? ROW_PX : PHONE_ROW_PX;
  const [offsetPx, setOffsetPx] = useState(0);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const tabStop = Math.max(
    0,
    rows.findIndex(({ id }) => id === focusedId),
  );

  // Filters above it wrap and fold, so its distance from the top changes.
  useLayoutEffect(() => {
    const scroller = document.getElementById("content");
    if (!head.current || !scroller) return;
    const { bottom } = head.current.getBoundingClientRect();
    const px = bottom - scroller.getBoundingClientRect().top + scroller.scrollTop;
    setOffsetPx(Math.round(px));
  });

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => document.getElementById("content"),
    estimateSize: useCallback(() => rowPx, [rowPx]),
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    // The row with the focus stays in the document wherever the list is scrolled to.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), tabStop])].sort((a, b) => a - b),
      [tabStop],
    ),
    scrollMargin: offsetPx,
    overscan: 8,
  });
  useEffect(() => {
    if (rowPx > 0) virtualizer.measure();
  }, [rowPx, virtualizer]);
  const items = virtualizer.getVirtualItems();

  const lastIndex = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (hasMore && lastIndex >= rows.length - AHEAD) onNearEnd();
  }, [hasMore, lastIndex, rows.length, onNearEnd]);

  const onKeyDown = useRowKeys(table, {
    ids: rows.map(({ id }) => id),
    current: tabStop,
    onMove: (index) => {
      virtualizer.scrollToIndex(index);
      setFocusedId(rows[index]?.id ?? null);
    },
    onToggle: selection.toggle,
  });

  return (
    <div
      className="overflow-hidden rounded-lg border bg-surface"
      style={{ height: HEAD_PX + rows.length * rowPx + 2 * BORDER_PX }}
    >
      <table
        ref={table}
        onKeyDown={onKeyDown}
        aria-label={t("label")}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        className="w-full table-fixed border-separate border-spacing-0 text-left"
      >
        <thead ref={head} className="text-xs text-soft">
          <tr className="*:h-9 *:px-3 *:font-medium">
            <th scope="col" className="w-10">
              <span className="sr-only">{t("choose")}</span>
            </th>
            <th scope="col" className="w-44 max-md:w-22">
              {t("time")}
            </th>
            <th scope="col" className="max-md:hidden xl:w-48 2xl:w-72">
              {t("page")}
            </th>
            <th scope="col">{t("fields")}</th>
            <th scope="col" className="w-40 max-md:w-36">
              {t("outcome")}
            </th>
            <th scope="col" className="w-26 max-lg:hidden">
              {t("signature")}
            </th>
            <th scope="col" className="w-20 text-right max-lg:hidden">
              {t("size")}
            </th>
            <th scope="col" className="w-24 text-right max-lg:hidden">
              {t("duration")}
            </th>
            <th scope="col" className="w-28 text-right max-xl:hidden">
              {t("applyTime")}
            </th>
            <th scope="col" className="w-25 text-right max-xl:hidden">
              {t("duplicates")}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ index, key }, place) => {
            const row = rows[index];
            return (
              row && (
                <NotificationRow
                  key={key}
                  notification={row}
                  rowIndex={index + 2}
                  // Only rows in view are there: each is moved from where it would stand to its place in the whole.
                  shiftPx={(index - place) * rowPx}
                  isTabStop={index === tabStop}
                  isSelected={selection.selected.has(row.id)}
                  onToggle={selection.toggle}
                  onFocus={setFocusedId}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
