"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { isGone } from "@/components/inbox/conversation-queries";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { ErrorCard } from "./error-card";
import { errorQuery } from "./errors-query";

/** The error that a link from a conversation names, whatever the filters say. */
export function LinkedError({ id }: { id: string }) {
  const t = useTranslations("errors");
  const { data, error, isPending, refetch } = useQuery(errorQuery(id));
  if (isGone(error)) return null;
  return (
    <section aria-label={t("linked")} className="mb-6">
      {isPending && <Skeleton rows={1} rowClassName="h-20" />}
      {error && <LoadError error={error} onRetry={refetch} />}
      {data && <ErrorCard deliveryError={data} isHighlighted />}
    </section>
  );
}
