"use client";

import { useQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { NoPagesGiven } from "@/components/pages/no-pages-given";
import { pagesQuery } from "@/components/pages/pages-query";
import { useHasAllPages, useMayDo } from "@/components/shell/role-context";
import { Button, buttonStyle } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ConversationFilter } from "./apply-conversation-event";
import { useConversationFilter } from "./use-inbox-location";

/** Why the list is empty, and the way on. */
export function ListEmpty({ filter }: { filter: ConversationFilter }) {
  const t = useTranslations("inbox.empty");
  const { setPageId, setUnread } = useConversationFilter();
  const { data: pages } = useQuery(pagesQuery);
  const hasAllPages = useHasAllPages();
  const mayConnect = useMayDo("pages:connect");

  if (pages?.length === 0 && !hasAllPages) return <NoPagesGiven />;
  if (filter.unread) {
    return (
      <EmptyState
        title={t("unreadTitle")}
        icon={<Inbox />}
        action={<Button onClick={() => void setUnread(null)}>{t("showAll")}</Button>}
      >
        {t("unreadBody")}
      </EmptyState>
    );
  }
  if (filter.pageId !== null) {
    return (
      <EmptyState
        title={t("pageTitle")}
        icon={<Inbox />}
        action={<Button onClick={() => void setPageId(null)}>{t("showAllPages")}</Button>}
      >
        {t("pageBody")}
      </EmptyState>
    );
  }
  if (pages?.length === 0) {
    return (
      <EmptyState
        title={t("noPagesTitle")}
        icon={<Inbox />}
        action={
          mayConnect && (
            <Link href="/pages" className={buttonStyle({ variant: "primary" })}>
              {t("connectPages")}
            </Link>
          )
        }
      >
        {t("noPagesBody")}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("allTitle")} icon={<Inbox />}>
      {t("allBody")}
    </EmptyState>
  );
}
