"use client";

import { Inbox, RefreshCw, Unlink, Webhook } from "lucide-react";
import Link from "next/link";
import { type ReactElement, useState } from "react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Menu, MenuItem, MenuLinkItem, MenuSeparator } from "@/components/ui/menu";
import type { Page } from "@/lib/api/schemas/pages";
import { UnlinkDialog } from "./unlink-dialog";
import { useCheckPage } from "./use-check-page";

/** Open from the start, because it is loaded by being asked for. */
export default function PageMenuItems({ page, trigger }: { page: Page; trigger: ReactElement }) {
  const t = useTranslations("pages.actions");
  const mayManage = useMayDo("pages:manage");
  const maySeeNotifications = useMayDo("notifications:read");
  const check = useCheckPage(page);
  const [isUnlinking, setUnlinking] = useState(false);
  const canManage = mayManage && page.status !== "unlinked";
  const query = `?pageId=${encodeURIComponent(page.id)}`;
  return (
    <>
      <Menu defaultOpen trigger={trigger}>
        {canManage && (
          <MenuItem disabled={check.isPending} onClick={() => check.mutate()}>
            <RefreshCw />
            {check.isPending ? t("checking") : t("check")}
          </MenuItem>
        )}
        <MenuLinkItem render={<Link href={`/inbox${query}`} />}>
          <Inbox />
          {t("openInbox")}
        </MenuLinkItem>
        {maySeeNotifications && (
          <MenuLinkItem render={<Link href={`/notifications${query}`} />}>
            <Webhook />
            {t("openNotifications")}
          </MenuLinkItem>
        )}
        {canManage && (
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
