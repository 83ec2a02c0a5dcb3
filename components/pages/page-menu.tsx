"use client";

import { Ellipsis } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import { buttonStyle } from "@/components/ui/button";
import { LazyMenu } from "@/components/ui/lazy-menu";
import type { Page } from "@/lib/api/schemas/pages";

const loadItems = () => import("./page-menu-items");
const PageMenuItems = lazy(loadItems);

/** What else can be done with a Page. A list may hold hundreds of these, so each is a bare button until it is wanted. */
export function PageMenu({ page }: { page: Page }) {
  const t = useTranslations("pages.actions");
  const label = t("menu", { name: page.name });
  const trigger = (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`${buttonStyle({ variant: "ghost" })} w-8 px-0 max-md:w-11`}
    >
      <Ellipsis aria-hidden="true" />
    </button>
  );
  return (
    <LazyMenu trigger={trigger} load={loadItems}>
      <PageMenuItems page={page} trigger={trigger} />
    </LazyMenu>
  );
}
