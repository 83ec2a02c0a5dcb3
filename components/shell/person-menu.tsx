"use client";

import { Settings } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuGroup, MenuLinkItem, MenuSeparator } from "@/components/ui/menu";
import type { Viewer } from "@/lib/auth/require-viewer";
import { SignOutItem } from "./sign-out-item";
import { ThemeChoice } from "./theme-choice";

type PersonMenuProps = {
  viewer: Viewer;
  /** In the bar of a phone, where settings and theme have no place of their own. */
  inBar?: boolean;
};

export function PersonMenu({ viewer, inBar = false }: PersonMenuProps) {
  const t = useTranslations("shell");
  return (
    <Menu
      side={inBar ? "top" : "right"}
      align="end"
      trigger={
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
      }
    >
      <MenuGroup
        label={
          <>
            <span className="block truncate text-sm font-medium text-ink">{viewer.name}</span>
            {t(`roles.${viewer.role}`)}
          </>
        }
      >
        {inBar && (
          <>
            <MenuSeparator />
            <MenuLinkItem render={<Link href="/settings" />}>
              <Settings />
              {t("settings")}
            </MenuLinkItem>
            <MenuSeparator />
            <ThemeChoice />
          </>
        )}
        <MenuSeparator />
        <SignOutItem />
      </MenuGroup>
    </Menu>
  );
}
