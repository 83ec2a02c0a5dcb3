"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { ErrorCard } from "./error-card";
import { ErrorSelectionBar } from "./error-selection-bar";
import { errorsQuery } from "./errors-query";
import { NoErrors } from "./no-errors";
import { useErrorFilters } from "./use-error-filters";
import { useErrorSelection } from "./use-error-selection";

/** Single errors, newest first, to choose among. */
export function ErrorList() {
  const t = useTranslations("errors");
  const { filters, error: highlightedId } = useErrorFilters();
  const mayManage = useMayDo("delivery_errors:manage");
  const query = useInfiniteQuery(errorsQuery(filters));
  const { data: errors, error, isPending, refetch } = query;
  const choosable = (errors ?? []).filter(({ status }) => status === "open").map(({ id }) => id);
  const selection = useErrorSelection(choosable);
  const { selected } = selection;
  const allId = useId();

  if (isPending) return <Skeleton rows={4} rowClassName="h-20" />;
  if (!errors) return <LoadError error={error} onRetry={refetch} />;
  return (
    <div className="flex flex-col gap-3">
      {error && <LoadError error={error} onRetry={refetch} />}
      {errors.length === 0 && <NoErrors />}
      {mayManage && choosable.length > 1 && (
        <label htmlFor={allId} className="flex items-center gap-3 self-start px-4 text-soft max-md:min-h-11">
          <Checkbox
            id={allId}
            checked={selected.length === choosable.length}
            indeterminate={selected.length > 0 && selected.length < choosable.length}
            onCheckedChange={(isChecked) => (isChecked ? selection.selectAll() : selection.clear())}
          />
          {t("selection.all")}
        </label>
      )}
      {errors.length > 0 && (
        <ul aria-label={t("list")} className="flex flex-col gap-3">
          {errors.map((deliveryError) => (
            <li key={deliveryError.id}>
              <ErrorCard
                deliveryError={deliveryError}
                isHighlighted={deliveryError.id === highlightedId}
                choice={
                  mayManage && deliveryError.status === "open" ? (
                    <Checkbox
                      className="mt-0.5"
                      aria-label={t("selection.one", {
                        title: `${deliveryError.displayName ?? t("nobody")}, ${deliveryError.title}`,
                      })}
                      checked={selection.isSelected(deliveryError.id)}
                      onClick={(event) => selection.toggle(deliveryError.id, event.shiftKey)}
                    />
                  ) : null
                }
              />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button className="self-center" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <ErrorSelectionBar selected={selected} clear={selection.clear} />
    </div>
  );
}
