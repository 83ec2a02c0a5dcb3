"use client";

import { Settings } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { mayDo } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/require-viewer";
import { isInThread } from "./is-in-thread";
import { Mark } from "./mark";
import { PersonMenu } from "./person-menu";
import { RailLink } from "./rail-link";
import { SectionMark } from "./section-marks";
import { sections } from "./sections";
import { ThemeButton } from "./theme-button";
import { usePageFilter } from "./use-page-filter";

/** The way around: a rail at the left, a bar at the bottom of phones. */
export function Rail({ viewer }: { viewer: Viewer }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const [pageId] = usePageFilter();
  const query = pageId === null ? "" : `?pageId=${encodeURIComponent(pageId)}`;
  return (
    <nav
      aria-label={t("mainNavigation")}
      className={cn(
        "flex w-55 shrink-0 flex-col gap-0.5 border-r bg-canvas p-2 max-rail:w-14",
        "max-md:w-full max-md:flex-row max-md:gap-0 max-md:border-t max-md:border-r-0 max-md:bg-surface max-md:p-0 max-md:pb-[env(safe-area-inset-bottom)]",
        isInThread(pathname) && "max-md:hidden",
      )}
    >
      <div className="mb-2 flex h-8 items-center gap-2 px-1.5 max-rail:justify-center max-rail:px-0 max-md:hidden">
        <Mark className="size-6" />
        <span className="text-base font-semibold max-rail:sr-only">{t("product")}</span>
      </div>
      {sections
        .filter(({ permission }) => mayDo(viewer, permission))
        .map(({ name, href, icon: Icon, byPage, isSeldom }) => (
          <RailLink
            key={name}
            href={href}
            query={byPage ? query : undefined}
            label={t(name)}
            icon={<Icon aria-hidden="true" className="max-rail:size-5" />}
            mark={<SectionMark section={name} />}
            className={isSeldom && "max-md:hidden"}
          />
        ))}
      <div className="flex-1 max-md:hidden" />
      <RailLink
        href="/settings"
        label={t("settings")}
        icon={<Settings aria-hidden="true" className="max-rail:size-5" />}
        className="max-md:hidden"
      />
      <div className="flex flex-col gap-0.5 max-md:hidden">
        <ThemeButton />
        <PersonMenu viewer={viewer} />
      </div>
      <div className="flex flex-1 md:hidden">
        <PersonMenu viewer={viewer} inBar />
      </div>
    </nav>
  );
}
