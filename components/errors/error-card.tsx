"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { usePageName } from "@/components/pages/use-page-name";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button, buttonStyle } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { PageDot } from "@/components/ui/page-dot";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DeliveryError } from "@/lib/api/schemas/delivery-errors";
import { useRetryError } from "./use-retry-error";

const tones: Record<DeliveryError["status"], BadgeTone> = {
  open: "bad",
  retried: "accent",
  resolved: "good",
  known: "neutral",
};

/** One message that did not go out: what happened, what to do, and, for those who ask, what Meta said. */
export function ErrorCard({ deliveryError }: { deliveryError: DeliveryError }) {
  const t = useTranslations("errors");
  const pageName = usePageName();
  const retry = useRetryError(deliveryError.id);
  const { at, pageId, conversationId, messageId, title, advice, status, retryable } = deliveryError;
  return (
    <li className="rounded-lg border bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft">
        <span className="inline-flex items-center gap-2">
          <PageDot pageId={pageId} />
          {pageName(pageId)}
        </span>
        <RelativeTime at={at} />
        <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
      </div>
      <h2 className="mt-1.5 text-base font-medium">{title}</h2>
      <p className="mt-0.5 text-soft">{advice}</p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {retryable && status === "open" && (
          <Button size="sm" pending={retry.isPending} onClick={() => retry.mutate()}>
            {t("retry")}
          </Button>
        )}
        {conversationId !== null && (
          <Link
            href={`/inbox/${encodeURIComponent(conversationId)}${messageId === null ? "" : `?message=${encodeURIComponent(messageId)}`}`}
            className={buttonStyle({ size: "sm" })}
          >
            {t("conversation")}
          </Link>
        )}
      </div>
      <details className="group mt-2">
        <summary className="inline-flex list-none items-center gap-1 rounded-sm text-xs text-soft hover:text-ink max-md:min-h-11">
          <ChevronRight aria-hidden="true" className="size-3.5 transition-transform group-open:rotate-90" />
          {t("details")}
        </summary>
        <GraphAnswer deliveryError={deliveryError} />
      </details>
    </li>
  );
}

function GraphAnswer({
  deliveryError: { message, operation, code, subcode, fbtraceId },
}: {
  deliveryError: DeliveryError;
}) {
  const t = useTranslations("errors");
  return (
    <div className="mt-2 rounded-md bg-canvas p-3">
      <p className="mb-2 font-mono text-xs break-words">{message}</p>
      <Facts className="gap-y-1 text-xs">
        <Fact label={t("operation")}>
          <code className="font-mono">{operation}</code>
        </Fact>
        <Fact label={t("code")}>
          <code className="font-mono">{code ?? t("none")}</code>
        </Fact>
        <Fact label={t("subcode")}>
          <code className="font-mono">{subcode ?? t("none")}</code>
        </Fact>
        <Fact label={t("trace")}>
          <code className="font-mono break-all">{fbtraceId ?? t("none")}</code>
        </Fact>
      </Facts>
    </div>
  );
}
