"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { useLiveEvent } from "@/components/live/live-context";
import { ClockText } from "./clock-text";
import { webhookHealthQuery } from "./webhook-health-query";

/**
 * Under the top bar while notifications of a Page are being refused or lost: Facebook switches a Page off after an
 * hour of that. The most severe one, and how many more there are.
 *
 * @param mayInspect whether there is more to see for this person
 */
export function WebhookBanner({ mayInspect }: { mayInspect: boolean }) {
  const t = useTranslations("shell.webhookHealth");
  const queryClient = useQueryClient();
  const { data: clocks } = useQuery(webhookHealthQuery);
  useLiveEvent("page.updated", () => void queryClient.invalidateQueries({ queryKey: webhookHealthQuery.queryKey }));
  const [first] = clocks ?? [];
  if (!clocks || first === undefined) return null;
  return (
    <section
      aria-label={t("label")}
      className="flex shrink-0 animate-appear flex-wrap items-center gap-x-4 gap-y-1 border-b bg-bad-tint px-4 py-2"
    >
      <p role="alert" className="flex min-w-0 flex-1 items-start gap-2 max-md:basis-full">
        <TriangleAlert aria-hidden="true" className="mt-0.5 text-bad" />
        <span>
          <ClockText clock={first} />
        </span>
      </p>
      {clocks.length > 1 && <span className="text-soft">{t("more", { count: clocks.length - 1 })}</span>}
      {mayInspect && (
        <Link href="/notifications/failures" className="font-medium underline underline-offset-2">
          {t("see")}
        </Link>
      )}
    </section>
  );
}
