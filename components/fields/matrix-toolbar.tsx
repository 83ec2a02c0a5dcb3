"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { Page } from "@/lib/api/schemas/pages";
import { columnGroups, listColumns } from "./columns";
import { PresetMenu } from "./preset-menu";
import type { FieldMatrix } from "./use-field-matrix";
import { useMatrixView } from "./use-matrix-view";

/** What narrows the matrix, and what changes the Pages that are selected in it. */
export function MatrixToolbar({ pages, matrix }: { pages: readonly Page[]; matrix: FieldMatrix }) {
  const t = useTranslations("fields.matrix");
  const differsId = useId();
  const { view, setView } = useMatrixView();
  const selected = pages.filter(({ id }) => matrix.selected.has(id)).map(({ id }) => id);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SearchInput
        label={t("find")}
        value={view.q}
        onValueChange={(q) => void setView({ q: q === "" ? null : q })}
        className="w-56 max-md:w-full"
      />
      <Select
        label={t("columns")}
        items={columnGroups.map((group) => ({
          value: group,
          label: t(`groups.${group}`, { count: listColumns(group, pages).length }),
        }))}
        value={view.columns}
        onValueChange={(columns) => void setView({ columns })}
        className="max-md:hidden"
      />
      <div className="flex items-center gap-2">
        <Switch
          aria-labelledby={differsId}
          checked={view.differs}
          onCheckedChange={(differs) => void setView({ differs: differs || null })}
        />
        <span id={differsId}>{t("differsOnly")}</span>
      </div>
      {matrix.mayChange && (
        <div className="ml-auto max-md:hidden">
          <PresetMenu count={selected.length} onChoose={(fields) => matrix.actions.applyPreset(selected, fields)} />
        </div>
      )}
    </div>
  );
}
