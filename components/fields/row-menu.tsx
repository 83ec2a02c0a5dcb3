"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { Menu, MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Page } from "@/lib/api/schemas/pages";
import { PresetItems } from "./preset-items";
import type { MatrixActions } from "./use-field-matrix";

type RowMenuProps = {
  page: Page;
  columns: readonly string[];
  staged: ReadonlyMap<string, boolean> | undefined;
  actions: MatrixActions;
  tabIndex: number;
};

const AT_ONCE = () => Promise.resolve();

/** What can be done with all fields of one Page. There are many of these, so each is made when it is wanted. */
export function RowMenu({ page, columns, staged, actions, tabIndex }: RowMenuProps) {
  const t = useTranslations("fields.matrix");
  const trigger = (
    <button
      type="button"
      aria-label={t("rowMenu", { name: page.name })}
      tabIndex={tabIndex}
      className="flex size-7 shrink-0 items-center justify-center rounded-md text-soft hover:bg-line"
    >
      <Ellipsis />
    </button>
  );
  return (
    <LazyMenu trigger={trigger} load={AT_ONCE}>
      <Menu trigger={trigger} defaultOpen align="start">
        <MenuGroup label={t("shownColumns", { count: columns.length })}>
          <MenuItem onClick={() => actions.switchFields([page.id], columns, true)}>{t("allOn")}</MenuItem>
          <MenuItem onClick={() => actions.switchFields([page.id], columns, false)}>{t("allOff")}</MenuItem>
        </MenuGroup>
        <MenuSeparator />
        <MenuGroup label={t("presets")}>
          <PresetItems onChoose={(fields) => actions.applyPreset([page.id], fields)} />
        </MenuGroup>
        {staged && (
          <>
            <MenuSeparator />
            <MenuItem onClick={() => actions.forget(page.id)}>{t("forgetPage", { count: staged.size })}</MenuItem>
          </>
        )}
      </Menu>
    </LazyMenu>
  );
}
