"use client";

import { Search, SlidersHorizontal, TriangleAlert, User, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import type { NotificationOutcome } from "@/lib/api/schemas/notifications";
import { FieldFilter } from "./field-filter";
import { FilterText } from "./filter-text";
import { outcomes } from "./outcome-badge";
import { TimeFilter } from "./time-filter";
import { useNotificationFilters } from "./use-notification-filters";

type FilterBarProps = {
  /** How often the filters have been cleared: what is chosen but not entered yet goes then, too. */
  clears: number;
  onClear: () => void;
};

/** Everything the list can be narrowed by but the Page, which has its place in the top bar. Folded on a phone. */
export function FilterBar({ clears, onClear }: FilterBarProps) {
  const t = useTranslations("notifications.filters");
  const words = useTranslations("notifications");
  const { filters, isFiltered, set } = useNotificationFilters();
  const [isOpen, setOpen] = useState(false);
  const problems = (
    <Button
      aria-pressed={filters.problems}
      className="aria-pressed:border-bad aria-pressed:bg-bad-tint aria-pressed:text-bad"
      onClick={() => set({ problems: !filters.problems, outcome: null })}
    >
      <TriangleAlert aria-hidden="true" />
      {t("problems")}
    </Button>
  );
  return (
    <search aria-label={t("label")} className="mb-3 flex flex-wrap items-center gap-2">
      <Button className="md:hidden" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <SlidersHorizontal aria-hidden="true" />
        {t("open")}
      </Button>
      {problems}
      <div className={cn("contents", !isOpen && "max-md:hidden")}>
        <FilterText
          label={t("text")}
          icon={<Search />}
          value={filters.q}
          onValueChange={(q) => set({ q })}
          className="min-w-56 flex-1 max-md:w-full"
        />
        <FilterText
          label={t("person")}
          icon={<User />}
          value={filters.psid}
          onValueChange={(psid) => set({ psid })}
          className="w-52 max-md:w-full"
        />
        <FieldFilter value={filters.field} onValueChange={(field) => set({ field })} />
        <Select<NotificationOutcome | "any">
          label={t("outcome")}
          value={filters.outcome ?? "any"}
          onValueChange={(value) => set({ outcome: value === "any" ? null : value, problems: false })}
          items={[
            { value: "any", label: t("any") },
            ...outcomes.map((value) => ({ value, label: words(`outcome.${value}`) })),
          ]}
        />
        <TimeFilter key={clears} filters={filters} onChange={set} />
      </div>
      {isFiltered && (
        <Button variant="ghost" onClick={onClear}>
          <X aria-hidden="true" />
          {t("clear")}
        </Button>
      )}
    </search>
  );
}
