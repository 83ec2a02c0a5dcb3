"use client";

import { Ellipsis, Inbox, RefreshCw, Unlink, Webhook } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLinkItem, MenuSeparator } from "@/components/ui/menu";
import { Spinner } from "@/components/ui/spinner";
import type { Page } from "@/lib/api/schemas/pages";
import { UnlinkDialog } from "./unlink-dialog";
import { useCheckPage } from "./use-check-page";

export function PageMenu({ page }: { page: Page }) {
  const t = useTranslations("pages.actions");
  const check = useCheckPage(page);
  const [isUnlinking, setUnlinking] = useState(false);
  const isLinked = page.status !== "unlinked";
  const query = `?pageId=${encodeURIComponent(page.id)}`;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("menu", { name: page.name })}>{check.isPending ? <Spinner /> : <Ellipsis />}</IconButton>
        }
      >
        {isLinked && (
          <MenuItem disabled={check.isPending} onClick={() => check.mutate()}>
            <RefreshCw />
            {t("check")}
          </MenuItem>
        )}
        <MenuLinkItem render={<Link href={`/inbox${query}`} />}>
          <Inbox />
          {t("openInbox")}
        </MenuLinkItem>
        <MenuLinkItem render={<Link href={`/notifications${query}`} />}>
          <Webhook />
          {t("openNotifications")}
        </MenuLinkItem>
        {isLinked && (
          <>
            <MenuSeparator />
            <MenuItem tone="bad" onClick={() => setUnlinking(true)}>
              <Unlink />
              {t("unlink")}
            </MenuItem>
          </>
        )}
      </Menu>
      <UnlinkDialog page={page} open={isUnlinking} onOpenChange={setUnlinking} />
    </>
  );
}
