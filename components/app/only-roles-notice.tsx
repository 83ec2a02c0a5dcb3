"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { pagesQuery } from "@/components/pages/pages-query";
import { useMayDo } from "@/components/shell/role-context";
import { buttonStyle } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useNow } from "@/components/ui/use-now";
import type { Page } from "@/lib/api/schemas/pages";
import { appQuery } from "./app-query";
import { isOnlyRoles } from "./is-only-roles";

type OnlyRolesNoticeProps = {
  /** Where the problems of Pages are told anyway: nothing, while one of them says the same. */
  isBesidePages?: boolean;
  className?: string;
};

/** Says that the app seems to be in development mode, as long as a refused message of the last days shows it. */
export function OnlyRolesNotice({ isBesidePages = false, className }: OnlyRolesNoticeProps) {
  const t = useTranslations("app.onlyRoles");
  const mayRead = useMayDo("app:read");
  const nowMs = useNow();
  const { data: app } = useQuery({ ...appQuery, enabled: mayRead });
  const { data: isToldOfPage = false } = useQuery({ ...pagesQuery, select: isToldOfPages });
  if (!app || !isOnlyRoles(app.onlyRolesAt, nowMs) || (isBesidePages && isToldOfPage)) return null;
  return (
    <Callout
      tone="warn"
      title={t("title")}
      className={className}
      action={
        <Link href="/pages/app/testing" className={buttonStyle({ size: "sm" })}>
          {t("action")}
        </Link>
      }
    >
      {t("body")}
    </Callout>
  );
}

function isToldOfPages(pages: readonly Page[]): boolean {
  return pages.some(({ problems }) => problems.some(({ code }) => code === "app_only_roles"));
}
