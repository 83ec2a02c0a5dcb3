"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { Fragment, type MouseEvent, useCallback, useRef } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { Page } from "@/lib/api/schemas/pages";
import { ColumnHead } from "./column-head";
import { MatrixRow } from "./matrix-row";
import type { FieldMatrix } from "./use-field-matrix";
import { type GridPlace, useGridKeys } from "./use-grid-keys";

const ROW_PX = 36;
const HEAD_PX = 240;

type MatrixGridProps = {
  pages: readonly Page[];
  columns: readonly string[];
  offForApp: ReadonlySet<string>;
  matrix: FieldMatrix;
};

/** Pages down, fields across; the names stay in view. Only the rows in view and a few around them are in the document. */
export function MatrixGrid({ pages, columns, offForApp, matrix }: MatrixGridProps) {
  const t = useTranslations("fields.matrix");
  const scroller = useRef<HTMLDivElement>(null);
  const { actions, mayChange, staged, selected } = matrix;
  const { toggle } = actions;

  const find = (place: GridPlace): HTMLElement | null => {
    const field = CSS.escape(columns[place.column] ?? "");
    const pageId = CSS.escape(pages[place.row]?.id ?? "");
    const cell = `[data-page-id="${pageId}"][data-field="${field}"]`;
    return scroller.current?.querySelector(place.row < 0 ? `[data-column="${field}"]` : cell) ?? null;
  };
  const keys = useGridKeys(scroller, {
    rowCount: pages.length,
    columnCount: columns.length,
    find,
    show: (row) => virtualizer.scrollToIndex(row),
  });
  const activeRow = Math.max(0, keys.place.row);
  const virtualizer = useVirtualizer({
    count: pages.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => ROW_PX, []),
    getItemKey: useCallback((index: number) => pages[index]?.id ?? index, [pages]),
    // The row with the focus stays in the document wherever the table is scrolled to.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), activeRow])].sort((a, b) => a - b),
      [activeRow],
    ),
    // The head stands above the first row, and over whatever row is scrolled below it.
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();

  const { setPlace } = keys;
  const onToggle = useCallback(
    (event: MouseEvent<HTMLButtonElement>) => {
      const { pageId = "", field = "" } = event.currentTarget.dataset;
      setPlace({ row: pages.findIndex(({ id }) => id === pageId), column: columns.indexOf(field) });
      if (event.currentTarget.ariaDisabled !== "true") toggle(pageId, field);
    },
    [pages, columns, setPlace, toggle],
  );
  const ids = pages.map(({ id }) => id);
  const selectedCount = ids.filter((id) => selected.has(id)).length;

  return (
    <div
      ref={scroller}
      className="relative max-h-[max(24rem,calc(100dvh-15rem))] scroll-pt-60 scroll-pl-60 overflow-auto overscroll-contain rounded-lg border bg-surface"
    >
      <table
        aria-label={t("label")}
        aria-rowcount={pages.length + 1}
        className="border-separate border-spacing-0"
        onKeyDown={keys.onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th
              scope="col"
              className="sticky top-0 left-0 z-30 border-r border-b bg-surface p-0 text-left align-bottom"
            >
              <div className="flex w-60 items-center gap-2 px-3 py-2 font-medium">
                {mayChange && (
                  <Checkbox
                    aria-label={t("selectAll")}
                    checked={selectedCount > 0 && selectedCount === ids.length}
                    indeterminate={selectedCount > 0 && selectedCount < ids.length}
                    onCheckedChange={(checked) => actions.select(ids, checked)}
                  />
                )}
                {t("pages", { count: pages.length })}
              </div>
            </th>
            {columns.map((field, index) => (
              <ColumnHead
                key={field}
                field={field}
                isOffForApp={offForApp.has(field)}
                isActive={index === keys.place.column}
                mayChange={mayChange}
                pageCount={pages.length}
                onSwitch={(name, isOn) => actions.switchFields(ids, [name], isOn)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => {
            const page = pages[item.index];
            if (!page) return null;
            const gapPx = item.start - (items[index - 1]?.end ?? HEAD_PX);
            const isActive = item.index === activeRow;
            return (
              <Fragment key={page.id}>
                <Gap px={gapPx} />
                <MatrixRow
                  page={page}
                  rowIndex={item.index + 2}
                  columns={columns}
                  staged={staged.get(page.id)}
                  isSelected={selected.has(page.id)}
                  activeColumn={isActive ? (columns[keys.place.column] ?? null) : null}
                  mayChange={mayChange}
                  actions={actions}
                  onToggle={onToggle}
                />
              </Fragment>
            );
          })}
          <Gap px={HEAD_PX + virtualizer.getTotalSize() - (items.at(-1)?.end ?? HEAD_PX)} />
        </tbody>
      </table>
    </div>
  );
}

/** The place of rows that are not in the document. */
function Gap({ px }: { px: number }) {
  return px > 0 ? <tr style={{ height: px }} /> : null;
}
