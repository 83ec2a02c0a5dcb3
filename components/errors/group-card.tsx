"use client";

import { RotateCw } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePageName } from "@/components/pages/use-page-name";
import { useMayDo } from "@/components/shell/role-context";
import { Button, buttonStyle } from "@/components/ui/button";
import { PageDot } from "@/components/ui/page-dot";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DeliveryErrorGroup } from "@/lib/api/schemas/delivery-errors";
import { ClassBadge } from "./class-badge";
import { RetryDialog } from "./retry-dialog";
import { TrendBars } from "./trend-bars";
import { useActionName } from "./use-action-name";
import { useErrorFilters } from "./use-error-filters";
import { useMarkErrors } from "./use-mark-errors";

const MINUTE_MS = 60_000;

/** One cause on one Page: what it is, how often, what to do, and what can be done with all of it at once. */
export function GroupCard({ group }: { group: DeliveryErrorGroup }) {
  const t = useTranslations("errors.group");
  const pageName = usePageName();
  const mayManage = useMayDo("delivery_errors:manage");
  const { set } = useErrorFilters();
  const [isRetrying, setRetrying] = useState(false);
  const mark = useMarkErrors();
  const { pageId, cause, title, advice, errorClass, open, total, firstAt, lastAt, days, operation, obstacle } = group;
  const actionName = useActionName();
  const selection = { pageId, cause };
  return (
    <li className="rounded-lg border bg-surface px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft">
            <span className="inline-flex items-center gap-2">
              <PageDot pageId={pageId} />
              {pageName(pageId)}
            </span>
            <ClassBadge errorClass={errorClass} />
            {operation !== "send_message" && <span>{actionName(operation)}</span>}
            <span className="tabular-nums">{open > 0 ? t("open", { open, total }) : t("none", { total })}</span>
          </div>
          <h2 className="mt-1.5 text-base font-medium">{title}</h2>
          <p className="mt-0.5 text-soft">{advice}</p>
          {obstacle !== null && obstacle !== advice && (
            <p className="mt-1">
              {errorClass === "unconfirmed" || operation !== "send_message"
                ? obstacle
                : t("obstacle", { reason: obstacle })}
            </p>
          )}
        </div>
        <div className="flex flex-col items-end gap-1 text-xs text-soft max-md:items-start">
          <TrendBars days={days} />
          <span>
            {lastAt - firstAt >= MINUTE_MS && (
              <>
                {t("first")} <RelativeTime at={firstAt} /> · {t("last")}{" "}
              </>
            )}
            <RelativeTime at={lastAt} />
          </span>
        </div>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {mayManage && open > 0 && (
          <>
            {obstacle === null && errorClass !== "unconfirmed" && (
              <Button size="sm" onClick={() => setRetrying(true)}>
                <RotateCw aria-hidden="true" />
                {t("retry")}
              </Button>
            )}
            <Button size="sm" pending={mark.isPending} onClick={() => mark.mutate({ selection, isKnown: true })}>
              {t("mark")}
            </Button>
          </>
        )}
        <Button size="sm" onClick={() => set({ view: "list", pageId, cause })}>
          {t("show")}
        </Button>
        <Link href={`/pages/${encodeURIComponent(pageId)}`} className={buttonStyle({ size: "sm", variant: "ghost" })}>
          {t("page")}
        </Link>
      </div>
      {isRetrying && (
        <RetryDialog selection={selection} description={title} isOpen onClose={() => setRetrying(false)} />
      )}
    </li>
  );
}
