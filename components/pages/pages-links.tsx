"use client";

import { AppWindow, Grid3x3 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { buttonStyle } from "@/components/ui/button";

/** The ways from the list to what concerns all Pages, for those who may go there. */
export function PagesLinks() {
  const t = useTranslations("health.list");
  const maySetFields = useMayDo("fields:manage");
  const mayReadApp = useMayDo("app:read");
  return (
    <>
      {mayReadApp && (
        <Link href="/pages/app" className={buttonStyle()}>
          <AppWindow aria-hidden="true" />
          {t("app")}
        </Link>
      )}
      {maySetFields && (
        <Link href="/pages/fields" className={buttonStyle()}>
          <Grid3x3 aria-hidden="true" />
          {t("fields")}
        </Link>
      )}
    </>
  );
}
