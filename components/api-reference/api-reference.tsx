"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { LoadError } from "@/components/ui/load-error";
import { SearchInput } from "@/components/ui/search-input";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { listOperations, searchOperations } from "./list-operations";
import type { OpenApi } from "./openapi";
import { OperationCard } from "./operation-card";

/** The API as it describes itself, by what it is about; each operation has an address of its own (`#…`). */
export function ApiReference() {
  const t = useTranslations("reference");
  const [query, setQuery] = useState("");
  const linkedId = useHash();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["openapi"],
    queryFn: ({ signal }) => fetchJson<OpenApi>("/api/openapi.json", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    select: listOperations,
  });
  if (isPending) return <Skeleton rows={10} />;
  if (!data) return <LoadError error={error} onRetry={refetch} />;
  const groups = searchOperations(data, query);
  return (
    <div className="flex flex-col gap-4">
      <SearchInput label={t("search")} value={query} onValueChange={setQuery} />
      {groups.length === 0 && <p className="py-8 text-center text-soft">{t("none")}</p>}
      {groups.map(({ name, operations }) => (
        <Section key={name} title={<span className="font-mono">{name}</span>}>
          <div className="-mx-4 divide-y border-t">
            {operations.map((operation) => (
              <OperationCard key={operation.id} operation={operation} isLinked={operation.id === linkedId} />
            ))}
          </div>
        </Section>
      ))}
    </div>
  );
}

/** What stands behind `#`, kept current. */
function useHash(): string {
  const [hash, setHash] = useState("");
  useEffect(() => {
    const read = () => setHash(window.location.hash.slice(1));
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return hash;
}
