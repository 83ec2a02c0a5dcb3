"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { ClockList } from "@/components/webhook-health/clock-list";
import type { WebhookFailureKind } from "@/lib/api/schemas/webhook-failures";
import { FailureCard } from "./failure-card";
import { failureKinds } from "./failure-kinds";
import { failuresQuery } from "./failures-query";

/** The ledger of what could not be taken or applied, a card for each run of the same failure. */
export function FailureList() {
  const t = useTranslations("notifications.failures");
  const [kind, setKind] = useQueryState("kind", parseAsStringLiteral(failureKinds).withOptions({ history: "push" }));
  const query = useInfiniteQuery(failuresQuery(kind));
  const { data: failures, error, isPending, refetch } = query;
  return (
    <div className="flex flex-col gap-3">
      <ClockList />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-2xl text-soft">{t("intro")}</p>
        <Select<WebhookFailureKind | "any">
          label={t("kind")}
          value={kind ?? "any"}
          onValueChange={(value) => void setKind(value === "any" ? null : value)}
          items={[
            { value: "any", label: t("anyKind") },
            ...failureKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          ]}
        />
      </div>
      {isPending && <Skeleton rows={4} rowClassName="h-20" />}
      {error && <LoadError error={error} onRetry={refetch} />}
      {failures && failures.length > 0 && (
        <ul aria-label={t("list")} className="flex flex-col gap-3">
          {failures.map((failure) => (
            <FailureCard key={failure.id} failure={failure} />
          ))}
        </ul>
      )}
      {failures?.length === 0 &&
        (kind === null ? (
          <EmptyState icon={<CircleCheck />} title={t("emptyTitle")}>
            {t("emptyBody")}
          </EmptyState>
        ) : (
          <EmptyState
            icon={<CircleCheck />}
            title={t("emptyKindTitle")}
            action={<Button onClick={() => void setKind(null)}>{t("emptyKindAction")}</Button>}
          />
        ))}
      {query.hasNextPage && (
        <Button className="self-center" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}
