"use client";

import { lazy } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { LazyMenu } from "@/components/ui/lazy-menu";
import type { Viewer } from "@/lib/auth/require-viewer";

const loadItems = () => import("./person-menu-items");
const PersonMenuItems = lazy(loadItems);

type PersonMenuProps = {
  viewer: Viewer;
  /** In the bar of a phone, where settings and theme have no place of their own. */
  inBar?: boolean;
};

export function PersonMenu({ viewer, inBar = false }: PersonMenuProps) {
  const t = useTranslations("shell");
  const trigger = (
    <button
      type="button"
      aria-label={t("personMenu", { name: viewer.name })}
      className={
        inBar
          ? "flex min-h-14 flex-1 items-center justify-center outline-offset-[-4px]"
          : "flex min-h-9 items-center gap-2.5 rounded-md px-1.5 text-left transition-colors hover:bg-hover max-rail:justify-center"
      }
    >
      <Avatar name={viewer.name} src={viewer.pictureUrl} size="sm" hueFrom={viewer.id} />
      {!inBar && <span className="min-w-0 flex-1 truncate max-rail:hidden">{viewer.name}</span>}
    </button>
  );
  return (
    <LazyMenu trigger={trigger} load={loadItems}>
      <PersonMenuItems viewer={viewer} inBar={inBar} trigger={trigger} />
    </LazyMenu>
  );
}
