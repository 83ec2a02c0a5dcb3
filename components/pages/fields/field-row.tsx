"use client";

import { Circle, CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Switch } from "@/components/ui/switch";
import { Tooltip } from "@/components/ui/tooltip";
import type { Page } from "@/lib/api/schemas/pages";
import type { WebhookField } from "@/lib/messenger/field-catalogue";
import { fieldState } from "./with-field";

type FieldRowProps = {
  field: Pick<WebhookField, "name" | "brings" | "note">;
  page: Page;
  isSaving: boolean;
  onToggle: (isOn: boolean) => void;
};

export function FieldRow({ field, page, isSaving, onToggle }: FieldRowProps) {
  const t = useTranslations("pages.fields");
  const nameId = useId();
  const noteId = useId();
  const isWanted = page.desiredFields.includes(field.name);
  const isLast = isWanted && page.desiredFields.length === 1;
  const control = (
    <Switch
      aria-labelledby={nameId}
      aria-describedby={noteId}
      checked={isWanted}
      readOnly={isLast}
      onCheckedChange={onToggle}
    />
  );
  return (
    <li className="flex items-start gap-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p id={nameId} className="font-mono text-xs font-medium break-all">
          {field.name}
        </p>
        <div id={noteId} className="mt-0.5 text-soft">
          {field.brings} {field.note}
          <FieldStateWord field={field.name} page={page} isSaving={isSaving} />
        </div>
      </div>
      <div className="py-1">{isLast ? <Tooltip content={t("lastOne")}>{control}</Tooltip> : control}</div>
    </li>
  );
}

function FieldStateWord({ field, page, isSaving }: { field: string; page: Page; isSaving: boolean }) {
  const t = useTranslations("pages.fields");
  const style = "mt-1 flex items-center gap-1.5 text-xs [&_.lucide]:size-3.5";
  if (isSaving) {
    return (
      <p className={style}>
        <CircleDashed aria-hidden="true" />
        {t("saving")}
      </p>
    );
  }
  switch (fieldState(field, page.desiredFields, page.actualFields)) {
    case "on":
      return (
        <p className={`${style} text-good`}>
          <CircleCheck aria-hidden="true" />
          {t("on")}
        </p>
      );
    case "off":
      return (
        <p className={style}>
          <Circle aria-hidden="true" />
          {t("off")}
        </p>
      );
    case "differs_on":
    case "differs_off":
      return (
        <p className={`${style} text-warn`}>
          <TriangleAlert aria-hidden="true" />
          {page.actualFields.includes(field) ? t("differsOn") : t("differsOff")}
        </p>
      );
  }
}
