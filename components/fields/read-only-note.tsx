"use client";

import { useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";

/** Above fields that one may look at only: why their switches do not move. */
export function ReadOnlyNote({ id }: { id?: string }) {
  const t = useTranslations("fields");
  return (
    <Callout>
      <span id={id}>{t("readOnly")}</span>
    </Callout>
  );
}
