"use client";

import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { Menu, MenuGroup, MenuItem } from "@/components/ui/menu";
import { findField } from "@/lib/messenger/field-catalogue";
import { OffForAppMark } from "./cell-mark";
import { FieldFacts } from "./field-facts";

type ColumnHeadProps = {
  field: string;
  isOffForApp: boolean;
  /** Whether the keyboard is in this column. */
  isActive: boolean;
  mayChange: boolean;
  /** How many Pages are shown. */
  pageCount: number;
  onSwitch: (field: string, isOn: boolean) => void;
};

const AT_ONCE = () => Promise.resolve();

/** The name of a field, upright, with what it is and what can be done with the whole column behind it. */
export function ColumnHead({ field, isOffForApp, isActive, mayChange, pageCount, onSwitch }: ColumnHeadProps) {
  const t = useTranslations("fields.matrix");
  const isRetired = findField(field)?.status === "retired";
  const trigger = (
    <button
      type="button"
      data-column={field}
      tabIndex={isActive ? 0 : -1}
      title={field}
      className="flex h-60 w-10 flex-col items-center gap-1 rounded-sm pt-2 pb-2 -outline-offset-2 hover:bg-hover"
    >
      {isOffForApp && <OffForAppMark label={t("offForApp")} />}
      <span
        className={cn(
          "mt-auto max-h-52 rotate-180 truncate font-mono text-xs font-medium [writing-mode:vertical-rl]",
          isRetired && "text-soft line-through",
        )}
      >
        {field}
      </span>
    </button>
  );
  return (
    <th scope="col" className="sticky top-0 z-20 border-b bg-surface p-0 align-bottom font-normal">
      <LazyMenu trigger={trigger} load={AT_ONCE}>
        <Menu trigger={trigger} defaultOpen align="start">
          <MenuGroup label={<FieldFacts field={field} isOffForApp={isOffForApp} />}>
            {mayChange && (
              <>
                <MenuItem onClick={() => onSwitch(field, true)}>{t("columnOn", { count: pageCount })}</MenuItem>
                <MenuItem onClick={() => onSwitch(field, false)}>{t("columnOff", { count: pageCount })}</MenuItem>
              </>
            )}
          </MenuGroup>
        </Menu>
      </LazyMenu>
    </th>
  );
}
