"use client";

import { useQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { pagesQuery } from "@/components/pages/pages-query";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import type { Page } from "@/lib/api/schemas/pages";
import { ConversationList } from "./conversation-list";
import { ConversationPane } from "./conversation-pane";
import { type InboxViewer, InboxViewerContext } from "./inbox-viewer";
import { useOpenConversationId } from "./use-inbox-location";

/**
 * List, thread and person side by side; on phones one at a time. The list stays mounted, and keeps its place, while
 * threads come and go.
 */
export function InboxScreen({ viewer }: { viewer: Omit<InboxViewer, "appNames"> }) {
  const t = useTranslations("inbox");
  const openId = useOpenConversationId();
  const { data: pages } = useQuery(pagesQuery);
  const knowing = useMemo(() => ({ ...viewer, appNames: toAppNames(pages ?? []) }), [viewer, pages]);
  return (
    <div className="absolute inset-0 grid grid-cols-1 grid-rows-1 md:grid-cols-[18.75rem_minmax(0,1fr)] lg:grid-cols-[21.25rem_minmax(0,1fr)]">
      <section
        aria-label={t("list.label")}
        className={cn(
          "col-start-1 row-start-1 flex min-h-0 min-w-0 flex-col bg-surface md:border-r",
          // Not `hidden`: that would forget how far the list is scrolled.
          openId !== null && "max-md:invisible",
        )}
      >
        <h1 className="sr-only">{t("title")}</h1>
        <ConversationList />
      </section>
      {openId === null ? (
        <div className="hidden place-content-center md:grid">
          <EmptyState title={t("empty.notOpenTitle")} icon={<MessagesSquare />}>
            {t.rich("empty.notOpenBody", { kbd: (keys) => <Kbd>{keys}</Kbd> })}
          </EmptyState>
        </div>
      ) : (
        <InboxViewerContext value={knowing}>
          <ConversationPane key={openId} conversationId={openId} />
        </InboxViewerContext>
      )}
    </div>
  );
}

function toAppNames(pages: readonly Page[]): ReadonlyMap<string, string> {
  return new Map(pages.flatMap(({ otherApps }) => otherApps.map(({ id, name }) => [id, name])));
}
