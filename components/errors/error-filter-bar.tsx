"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { CLASSES, STATUSES, useErrorFilters } from "./use-error-filters";

/** What is shown: by status and kind of cause; the Page is chosen at the top of the desk. */
export function ErrorFilterBar() {
  const t = useTranslations("errors");
  const filters = useErrorFilters();
  // Groups count what is open, and everything.
  const statuses = filters.view === "groups" ? (["open"] as const) : STATUSES;
  const status = filters.view === "groups" && filters.status !== "open" ? "all" : filters.status;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select<(typeof STATUSES)[number] | "all">
        label={t("filter.status")}
        value={status}
        onValueChange={(value) => filters.set({ status: value })}
        items={[
          ...statuses.map((value) => ({ value, label: t(`status.${value}`) })),
          { value: "all" as const, label: t("filter.all") },
        ]}
      />
      <Select<(typeof CLASSES)[number] | "every">
        label={t("filter.class")}
        value={filters.class ?? "every"}
        onValueChange={(value) => filters.set({ class: value === "every" ? null : value })}
        items={[
          { value: "every" as const, label: t("filter.allClasses") },
          ...CLASSES.map((value) => ({ value, label: t(`class.${value}`) })),
        ]}
      />
      {filters.cause !== null && (
        <Button onClick={() => filters.set({ cause: null })} aria-label={t("filter.clear")}>
          {t("filter.cause", { cause: filters.cause })}
          <X aria-hidden="true" />
        </Button>
      )}
      {filters.conversationId !== null && (
        <Button onClick={() => filters.set({ conversationId: null })} aria-label={t("filter.clearConversation")}>
          {t("filter.conversation")}
          <X aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}
