"use client";

import { Circle, CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Page } from "@/lib/api/schemas/pages";
import { fieldState } from "./with-field";

type FieldStateWordProps = { field: string; page: Page; isSaving: boolean };

const style = "mt-1 flex items-center gap-1.5 text-xs [&_.lucide]:size-3.5";

/** How what is wanted and what Meta reads back compare, in a word. */
export function FieldStateWord({ field, page, isSaving }: FieldStateWordProps) {
  const t = useTranslations("pages.fields");
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
