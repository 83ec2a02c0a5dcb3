"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonStyle } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ClockText } from "./clock-text";
import { useWebhookClocks } from "./use-webhook-clocks";

/** Every clock that runs, or that of one Page; with what to do. Nothing while all is well. */
export function ClockList({ pageId }: { pageId?: string }) {
  const t = useTranslations("shell.webhookHealth");
  return useWebhookClocks(pageId).map((clock) => (
    <Callout
      key={clock.pageId}
      tone="bad"
      title={<ClockText clock={clock} />}
      action={
        pageId === undefined && (
          <Link href={`/pages/${encodeURIComponent(clock.pageId)}`} className={buttonStyle({ size: "sm" })}>
            {t("openPage")}
          </Link>
        )
      }
    >
      <p>
        {clock.title} {t("count", { count: clock.count })}
      </p>
      <p className="mt-1 font-medium">{clock.advice}</p>
    </Callout>
  ));
}
