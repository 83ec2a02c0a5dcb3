"use client";

import { Settings, Users } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { useTranslations } from "use-intl";
import { Menu, MenuGroup, MenuLinkItem, MenuSeparator } from "@/components/ui/menu";
import { mayDo } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/require-viewer";
import { SignOutItem } from "./sign-out-item";
import { ThemeChoice } from "./theme-choice";

type PersonMenuItemsProps = { viewer: Viewer; inBar: boolean; trigger: ReactElement };

/** Open from the start, because it is loaded by being asked for. */
export default function PersonMenuItems({ viewer, inBar, trigger }: PersonMenuItemsProps) {
  const t = useTranslations("shell");
  return (
    <Menu defaultOpen side={inBar ? "top" : "right"} align="end" trigger={trigger}>
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
            {mayDo(viewer, "people:manage") && (
              <MenuLinkItem render={<Link href="/team" />}>
                <Users />
                {t("team")}
              </MenuLinkItem>
            )}
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
