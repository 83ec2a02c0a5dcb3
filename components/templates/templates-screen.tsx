"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { usePage } from "@/components/pages/use-page";
import { useMayDo } from "@/components/shell/role-context";
import { Screen } from "@/components/shell/screen";
import { BackLink } from "@/components/ui/back-link";
import { Button, buttonStyle } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { MessageTemplateList } from "@/lib/api/schemas/outgoing";
import { CreateTemplateDialog } from "./create-template-dialog";
import { TemplateItem } from "./template-item";
import { templateListQuery, templatesPath } from "./templates-query";

/** Utility templates of a Page: what there is, how its review stands, and new ones. */
export function TemplatesScreen({ pageId }: { pageId: string }) {
  const t = useTranslations("templates");
  const mayManage = useMayDo("templates:manage");
  const mayConnect = useMayDo("pages:connect");
  const { data: page, error: pageError, refetch: refetchPage } = usePage(pageId);
  const isMissing = page?.capabilities.utility === "no";
  const query = useQuery({ ...templateListQuery(pageId), enabled: page !== undefined && !isMissing });
  const { data: list, error, isPending, isFetching, refetch } = query;
  const templates = list?.templates;
  const refresh = useRefreshTemplates(pageId);
  const [isCreating, setIsCreating] = useState(false);
  return (
    <Screen
      title={t("title")}
      above={<BackLink href={`/pages/${encodeURIComponent(pageId)}`}>{page?.name ?? t("back")}</BackLink>}
      actions={
        page !== undefined &&
        !isMissing && (
          <>
            <Button pending={isFetching} onClick={() => void refresh()}>
              {t("refresh")}
            </Button>
            {mayManage && (
              <Button variant="primary" onClick={() => setIsCreating(true)}>
                {t("create.open")}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-soft">{t("body")}</p>
        {!page && pageError && <LoadError error={pageError} onRetry={refetchPage} />}
        {isMissing && (
          <Callout
            tone="warn"
            action={
              mayConnect && (
                // A plain link: it leaves the desk, so nothing may prefetch it.
                <a href="/api/pages/connect?utility=1" className={buttonStyle({ size: "sm" })}>
                  {t("connectWith")}
                </a>
              )
            }
          >
            {t("missing")}
          </Callout>
        )}
        {isPending && !isMissing && !pageError && <Skeleton rows={4} />}
        {!templates && error && <LoadError error={error} onRetry={refetch} />}
        {list && (
          <p className="text-xs text-soft">
            {t("asked")} <RelativeTime at={list.askedAt} />
          </p>
        )}
        {templates?.length === 0 && <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
        {templates && templates.length > 0 && (
          <ul aria-label={t("list")} className="flex flex-col gap-3">
            {templates.map((template) => (
              <TemplateItem key={template.id} pageId={pageId} template={template} mayManage={mayManage} />
            ))}
          </ul>
        )}
      </div>
      {isCreating && <CreateTemplateDialog pageId={pageId} onClose={() => setIsCreating(false)} />}
    </Screen>
  );
}

/** Asks Facebook again, past what the desk remembers; a failure shows as that of the list. */
function useRefreshTemplates(pageId: string) {
  const queryClient = useQueryClient();
  return async () => {
    const { queryKey } = templateListQuery(pageId);
    const path = `${templatesPath(pageId)}?fresh=true`;
    const queryFn = () => fetchJson<MessageTemplateList>(path);
    await queryClient.fetchQuery({ queryKey, queryFn, staleTime: 0 }).catch(() => undefined);
  };
}
