"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { pagesQuery } from "@/components/pages/pages-query";
import { peopleQuery } from "@/components/team/people-query";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { TimeInput } from "@/components/ui/time-input";
import { AUDIT_ACTIONS } from "@/lib/auth/audit-actions";
import { useAuditFilters } from "./use-audit-filters";

const ANY = "any";

/** What the log is narrowed to: who, what, where, when. */
export function AuditFilterBar() {
  const t = useTranslations("audit.filter");
  const { filters, isFiltered, set, clear } = useAuditFilters();
  const { from, to } = filters;
  return (
    <search aria-label={t("label")} className="flex flex-wrap items-center gap-2">
      <PersonFilter />
      <ActionFilter />
      <PageFilter />
      <TimeInput label={t("from")} value={from} onChange={(value) => set({ from: value })} />
      <TimeInput
        label={t("to")}
        value={to}
        error={from !== null && to !== null && from >= to ? t("backwards") : null}
        onChange={(value) => set({ to: value })}
      />
      {isFiltered && (
        <Button variant="ghost" onClick={clear}>
          <X aria-hidden="true" />
          {t("clear")}
        </Button>
      )}
    </search>
  );
}

const toChoice = (value: string) => (value === ANY ? null : value);

function PersonFilter() {
  const t = useTranslations("audit.filter");
  const { filters, set } = useAuditFilters();
  const { data: people = [] } = useQuery(peopleQuery);
  const items = people.map(({ id, name }) => ({ value: id, label: name }));
  if (filters.userId !== null && !items.some(({ value }) => value === filters.userId)) {
    items.push({ value: filters.userId, label: t("unknownPerson") });
  }
  return (
    <Combobox
      label={t("person")}
      items={[{ value: ANY, label: t("anyPerson") }, ...items]}
      value={filters.userId ?? ANY}
      onValueChange={(value) => set({ userId: toChoice(value) })}
      searchPlaceholder={t("findPerson")}
      emptyText={t("noPerson")}
      className="max-w-56"
    />
  );
}

function ActionFilter() {
  const t = useTranslations("audit.filter");
  const words = useTranslations("audit.action");
  const { filters, set } = useAuditFilters();
  return (
    <Combobox
      label={t("action")}
      items={[
        { value: ANY, label: t("anyAction") },
        ...AUDIT_ACTIONS.map((value) => ({ value, label: words(value) })).sort((a, b) =>
          a.label.localeCompare(b.label),
        ),
      ]}
      value={filters.action ?? ANY}
      onValueChange={(value) => set({ action: AUDIT_ACTIONS.find((action) => action === value) ?? null })}
      searchPlaceholder={t("findAction")}
      emptyText={t("noAction")}
      className="max-w-64"
    />
  );
}

function PageFilter() {
  const t = useTranslations("audit.filter");
  const { filters, set } = useAuditFilters();
  const { data: pages = [] } = useQuery(pagesQuery);
  return (
    <Combobox
      label={t("page")}
      items={[{ value: ANY, label: t("anyPage") }, ...pages.map(({ id, name }) => ({ value: id, label: name }))]}
      value={filters.pageId ?? ANY}
      onValueChange={(value) => set({ pageId: toChoice(value) })}
      searchPlaceholder={t("findPage")}
      emptyText={t("noPage")}
      className="max-w-56"
    />
  );
}
