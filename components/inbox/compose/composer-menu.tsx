"use client";

import { Plus } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import { buttonStyle } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { LazyMenu } from "@/components/ui/lazy-menu";
import type { ComposerMenuProps } from "./composer-menu-items";

const loadItems = () => import("./composer-menu-items");
const ComposerMenuItems = lazy(loadItems);

/** Everything that is sent now and then, behind one button. */
export function ComposerMenu(props: Omit<ComposerMenuProps, "trigger">) {
  const t = useTranslations("compose.menu");
  const trigger = (
    <button
      type="button"
      aria-label={t("label")}
      title={t("label")}
      className={cn(buttonStyle({ variant: "ghost" }), "w-8 px-0 max-md:w-11")}
    >
      <Plus aria-hidden="true" />
    </button>
  );
  return (
    <LazyMenu trigger={trigger} load={loadItems}>
      <ComposerMenuItems {...props} trigger={trigger} />
    </LazyMenu>
  );
}
