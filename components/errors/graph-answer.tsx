"use client";

import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Fact, Facts } from "@/components/ui/facts";
import type { DeliveryError } from "@/lib/api/schemas/delivery-errors";
import { formatExactTime } from "@/lib/i18n/format-time";
import { useActionName } from "./use-action-name";

/** What was asked of Meta and what it said, folded away. */
export function GraphAnswer({
  deliveryError: { at, message, operation, code, subcode, fbtraceId },
}: {
  deliveryError: DeliveryError;
}) {
  const t = useTranslations("errors");
  const locale = useLocale();
  const actionName = useActionName();
  return (
    <details className="group mt-2">
      <summary className="inline-flex list-none items-center gap-1 rounded-sm text-xs text-soft hover:text-ink max-md:min-h-11">
        <ChevronRight aria-hidden="true" className="size-3.5 transition-transform group-open:rotate-90" />
        {t("details")}
      </summary>
      <div className="mt-2 rounded-md bg-canvas p-3">
        <p className="mb-2 font-mono text-xs break-words">{message}</p>
        <Facts className="gap-y-1 text-xs">
          <Fact label={t("when")}>
            <time dateTime={new Date(at).toISOString()} suppressHydrationWarning>
              {formatExactTime(at, locale)}
            </time>
          </Fact>
          <Fact label={t("operation")}>
            {actionName(operation)} <code className="font-mono text-soft">{operation}</code>
          </Fact>
          <Fact label={t("code")}>
            <code className="font-mono">{code ?? t("none")}</code>
          </Fact>
          <Fact label={t("subcode")}>
            <code className="font-mono">{subcode ?? t("none")}</code>
          </Fact>
          <Fact label={t("trace")}>
            <span className="flex flex-wrap items-center gap-2">
              <code className="font-mono break-all">{fbtraceId ?? t("none")}</code>
              {fbtraceId !== null && <CopyButton size="sm" text={fbtraceId} label={t("copyTrace")} />}
            </span>
          </Fact>
        </Facts>
      </div>
    </details>
  );
}
