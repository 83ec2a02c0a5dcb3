"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { pagesQuery } from "@/components/pages/pages-query";
import { CountBadge } from "@/components/ui/count-badge";
import { openErrorsQuery } from "./open-errors-query";
import type { SectionName } from "./sections";

/** What a place of the rail wants to say before it is opened: unread, broken, failed. */
export function SectionMark({ section }: { section: SectionName }) {
  switch (section) {
    case "inbox":
      return <UnreadMark />;
    case "pages":
      return <BrokenPagesMark />;
    case "errors":
      return <OpenErrorsMark />;
    default:
      return null;
  }
}

function UnreadMark() {
  const t = useTranslations("shell");
  const { data: count = 0 } = useQuery({
    ...pagesQuery,
    select: (pages) => pages.reduce((sum, page) => sum + page.unreadConversations, 0),
  });
  return <CountBadge count={count} label={t("unreadConversations", { count })} />;
}

function BrokenPagesMark() {
  const t = useTranslations("shell");
  const { data: count = 0 } = useQuery({
    ...pagesQuery,
    select: (pages) => pages.filter((page) => page.status === "broken").length,
  });
  return count === 0 ? null : <AlarmDot label={t("pageBroken", { count })} />;
}

function OpenErrorsMark() {
  const t = useTranslations("shell");
  const { data: count = 0 } = useQuery(openErrorsQuery);
  return <CountBadge count={count} label={t("openErrors", { count })} className="bg-bad" />;
}

function AlarmDot({ label }: { label: string }) {
  return (
    <span className="flex size-4.5 items-center justify-center" title={label}>
      <span className="size-2 rounded-full bg-bad" />
      <span className="sr-only">{label}</span>
    </span>
  );
}
