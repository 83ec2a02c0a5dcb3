"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiKeyRow } from "./api-key-row";
import { apiKeysQuery } from "./api-keys-query";

/** The keys that have not been revoked. */
export function ApiKeyList() {
  const t = useTranslations("keys");
  const { data: keys, error, isPending, refetch } = useQuery(apiKeysQuery);
  if (isPending) return <Skeleton rows={3} rowClassName="h-16" />;
  if (!keys) return <LoadError error={error} onRetry={refetch} />;
  return (
    <div className="flex flex-col gap-3">
      {error && <LoadError error={error} onRetry={refetch} />}
      {keys.length === 0 ? (
        <EmptyState icon={<KeyRound />} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      ) : (
        <ul aria-label={t("list")} className="divide-y rounded-lg border bg-surface">
          {keys.map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} />
          ))}
        </ul>
      )}
    </div>
  );
}
