"use client";

import { Moon, Sun } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import { LazyMenu } from "@/components/ui/lazy-menu";

const loadMenu = () => import("./theme-menu");
const ThemeMenu = lazy(loadMenu);

/** Light, dark or as the device has it, in the rail. */
export function ThemeButton() {
  const t = useTranslations("shell");
  const trigger = (
    <button
      type="button"
      className="flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium text-soft transition-colors hover:bg-hover hover:text-ink data-popup-open:bg-hover max-rail:h-10 max-rail:justify-center max-rail:px-0"
    >
      <Sun aria-hidden="true" className="max-rail:size-5 dark:hidden" />
      <Moon aria-hidden="true" className="hidden max-rail:size-5 dark:block" />
      <span className="max-rail:sr-only">{t("theme")}</span>
    </button>
  );
  return (
    <LazyMenu trigger={trigger} load={loadMenu}>
      <ThemeMenu trigger={trigger} />
    </LazyMenu>
  );
}
