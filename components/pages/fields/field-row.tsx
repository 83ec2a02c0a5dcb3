"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { FieldNeeds, FieldStatusBadge } from "@/components/fields/field-facts";
import { Switch } from "@/components/ui/switch";
import type { Page } from "@/lib/api/schemas/pages";
import { findField } from "@/lib/messenger/field-catalogue";
import { FieldStateWord } from "./field-state-word";

type FieldRowProps = {
  field: string;
  page: Page;
  isSaving: boolean;
  isOffForApp: boolean;
  /** The element that says why the switch cannot be moved, where it cannot. */
  readOnlyReasonId: string | null;
  onToggle: (isOn: boolean) => void;
};

/** One field of a Page: what it is, what is wanted, and what Meta does. */
export function FieldRow({ field, page, isSaving, isOffForApp, readOnlyReasonId, onToggle }: FieldRowProps) {
  const t = useTranslations("fields.page");
  const nameId = useId();
  const noteId = useId();
  const known = findField(field);
  const isWanted = page.desiredFields.includes(field);
  return (
    <li className="flex items-start gap-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span id={nameId} className="font-mono text-xs font-medium break-all">
            {field}
          </span>
          {known && <FieldStatusBadge status={known.status} />}
        </p>
        <div id={noteId} className="mt-0.5 text-soft">
          {known?.brings} {known?.note}
          {known?.sideEffect && <p className="font-medium text-warn">{known.sideEffect}</p>}
          <FieldStateWord field={field} page={page} isSaving={isSaving} />
          {isWanted && isOffForApp && <p className="mt-1 text-xs text-warn">{t("offForApp")}</p>}
        </div>
        <FieldNeeds field={field} />
      </div>
      <div className="py-1">
        <Switch
          aria-labelledby={nameId}
          aria-describedby={readOnlyReasonId === null ? noteId : `${readOnlyReasonId} ${noteId}`}
          checked={isWanted}
          readOnly={readOnlyReasonId !== null}
          onCheckedChange={onToggle}
        />
      </div>
    </li>
  );
}
