"use client";

import { Unplug } from "lucide-react";
import Link from "next/link";
import { type MouseEvent, memo } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { PageDot } from "@/components/ui/page-dot";
import type { Page } from "@/lib/api/schemas/pages";
import { CellMark } from "./cell-mark";
import { cellState, isChangeable } from "./cell-state";
import { RowMenu } from "./row-menu";
import type { MatrixActions } from "./use-field-matrix";

export type MatrixRowProps = {
  page: Page;
  /** Where it stands in the whole table, for those who do not see it; the head is 1. */
  rowIndex: number;
  columns: readonly string[];
  staged: ReadonlyMap<string, boolean> | undefined;
  isSelected: boolean;
  /** The column of the cell that the keyboard is on, when it is in this row. */
  activeColumn: string | null;
  mayChange: boolean;
  actions: MatrixActions;
  onToggle: (event: MouseEvent<HTMLButtonElement>) => void;
};

const PLAIN = "border-b p-0 group-hover:bg-hover";
const STAGED = "border-b bg-accent-tint p-0";

/** One Page with a cell for each field. Drawn anew only when something about it has changed. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { page, rowIndex, columns, staged, isSelected, activeColumn, actions, onToggle } = props;
  const t = useTranslations("fields.matrix");
  const states = useTranslations("fields.states");
  const mayChange = props.mayChange && isChangeable(page);
  const tabIndex = activeColumn === null ? -1 : 0;
  return (
    <tr aria-rowindex={rowIndex} className="group h-9">
      <th
        scope="row"
        className="sticky left-0 z-10 border-r border-b bg-surface p-0 text-left font-normal group-hover:bg-hover"
      >
        <div className="flex w-60 items-center gap-2 pr-1 pl-3">
          {props.mayChange && (
            <Checkbox
              aria-label={t("select", { name: page.name })}
              tabIndex={tabIndex}
              checked={isSelected}
              onCheckedChange={(checked) => actions.select([page.id], checked)}
            />
          )}
          <PageDot pageId={page.id} />
          <Link
            href={`/pages/${encodeURIComponent(page.id)}`}
            tabIndex={tabIndex}
            prefetch={false}
            className="min-w-0 flex-1 truncate rounded-sm font-medium hover:underline"
          >
            {page.name}
          </Link>
          {!isChangeable(page) && (
            <Unplug role="img" aria-label={t("noToken")} className="size-3.5 shrink-0 text-bad" />
          )}
          {mayChange && <RowMenu page={page} columns={columns} staged={staged} actions={actions} tabIndex={tabIndex} />}
        </div>
      </th>
      {columns.map((field) => {
        const state = cellState(page, field, staged);
        return (
          <td key={field} className={state === "to_on" || state === "to_off" ? STAGED : PLAIN}>
            <button
              type="button"
              data-page-id={page.id}
              data-field={field}
              tabIndex={activeColumn === field ? 0 : -1}
              aria-disabled={!mayChange || undefined}
              aria-label={t("cell", { field, page: page.name, state: states(state) })}
              onClick={onToggle}
              className="flex h-9 w-10 items-center justify-center -outline-offset-2 aria-disabled:cursor-default"
            >
              <CellMark state={state} />
            </button>
          </td>
        );
      })}
    </tr>
  );
});
