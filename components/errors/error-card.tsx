"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { usePageName } from "@/components/pages/use-page-name";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { PageDot } from "@/components/ui/page-dot";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DeliveryError } from "@/lib/api/schemas/delivery-errors";
import { ClassBadge } from "./class-badge";
import { ErrorActions } from "./error-actions";
import { FailedAbout } from "./failed-about";
import { GraphAnswer } from "./graph-answer";
import { useActionName } from "./use-action-name";

const TONES: Record<DeliveryError["status"], BadgeTone> = {
  open: "bad",
  retried: "accent",
  resolved: "good",
  known: "neutral",
};

type ErrorCardProps = {
  deliveryError: DeliveryError;
  /** Stands before it, to choose it with. */
  choice?: ReactNode;
  isHighlighted?: boolean;
};

/** One call that failed: what happened, what to do, and, for those who ask, what Meta said. */
export function ErrorCard({ deliveryError, choice, isHighlighted = false }: ErrorCardProps) {
  const t = useTranslations("errors");
  const pageName = usePageName();
  const actionName = useActionName();
  const { at, pageId, title, advice, status, errorClass, obstacle, operation } = deliveryError;
  const isDealtWith = status === "resolved" || status === "retried";
  return (
    <div
      className={cn(
        "flex gap-3 rounded-lg border bg-surface px-4 py-3",
        isHighlighted && "border-accent outline-1 outline-accent",
      )}
    >
      {choice}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft">
          <span className="inline-flex items-center gap-2">
            <PageDot pageId={pageId} />
            {pageName(pageId)}
          </span>
          <RelativeTime at={at} />
          <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
          <ClassBadge errorClass={errorClass} />
          {operation !== "send_message" && <span>{actionName(operation)}</span>}
        </div>
        {deliveryError.conversationId !== null && (
          <p className="mt-1.5 line-clamp-2 break-words">
            <FailedAbout about={deliveryError} />
          </p>
        )}
        <h2 className="mt-1.5 text-base font-medium">{title}</h2>
        <p className="mt-0.5 text-soft">{advice}</p>
        {obstacle !== null && obstacle !== advice && !isDealtWith && (
          <p className="mt-1">{operation === "send_message" ? t("obstacle", { reason: obstacle }) : obstacle}</p>
        )}
        <ErrorActions deliveryError={deliveryError} />
        <GraphAnswer deliveryError={deliveryError} />
      </div>
    </div>
  );
}
